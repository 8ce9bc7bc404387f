"""`python -m innograph` is the `innograph` command."""

import sys

from .cli import main

sys.exit(main())
