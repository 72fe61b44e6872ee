"""How a picture is shown and touched: camera, pixels, hit tests."""
