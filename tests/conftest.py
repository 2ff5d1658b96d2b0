"""What every test has at hand. The network is closed but for this machine (pyproject.toml)."""

pytest_plugins = ["tests.browser"]
