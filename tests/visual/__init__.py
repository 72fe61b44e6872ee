"""Pictures that are compared with kept ones."""
