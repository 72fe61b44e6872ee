"""How everything looks, as marks that know no device. Qt-free."""
