"""What the tests share: LibreOffice, Microsoft's Open XML validator, and pictures of printed pages."""
