#!/usr/bin/env python3
"""The sound hub with another password of the owner."""
import os
import sys

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402

hub.Hub.users = {"owner": os.environ.get("OWNER", hub.PASSWORD)}
hub.serve()
