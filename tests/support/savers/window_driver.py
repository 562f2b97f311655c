"""Runs under the Python that has ``uno``: opens workbooks in a window of LibreOffice and saves them.

Arguments: the number of words of orders; orders by threes, source, copy and filter; how to start the office.
"""

import os
import subprocess
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

count, *words = sys.argv[1:]
orders, office = words[: int(count)], words[int(count) :]
# The parent ends the office by its process group.
subprocess.Popen(office, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def desktop() -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:  # until the caller's time is up
        try:
            remote = resolver.resolve("uno:pipe,name=zpj-window;urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.05)


screen = desktop()
for source, copy, target in zip(orders[::3], orders[1::3], orders[2::3], strict=True):
    document = screen.loadComponentFromURL(source, "_blank", 0, ())
    document.storeToURL(copy, (PropertyValue(Name="FilterName", Value=target),))
    document.close(True)
os._exit(0)
