Option Explicit
Option Private Module

' The hidden sheet: what was issued, and below it what the macros remember. Keys in column A, texts in column B.

' The text of a key; a long one goes on in further rows of the same key.
Public Function RegistryText(ByVal registry As Object, ByVal key As String) As String
    Dim row As Long, text As String
    For row = 1 To LastRegistryRow(registry)
        If registry.Cells(row, 1).Value = key Then text = text & registry.Cells(row, 2).Value
    Next row
    RegistryText = text
End Function

Public Function LastRegistryRow(ByVal registry As Object) As Long
    Dim row As Long
    Do While CStr(registry.Cells(row + 1, 1).Value) <> ""
        row = row + 1
    Loop
    LastRegistryRow = row
End Function

Public Sub RememberText(ByVal registry As Object, ByVal key As String, ByVal text As String)
    Dim row As Long
    row = LastRegistryRow(registry) + 1
    registry.Cells(row, 1).Value = key
    registry.Cells(row, 2).Value = text
End Sub

' A line per locked cell of the form, row by row from the left: address, kind and content between tabs.
Public Function IssuedLines(ByVal book As Object) As Variant
    IssuedLines = Split(RegistryText(RegistryOf(book), "locked"), vbLf)
End Function

' What was issued, by address: numbers as such, formulas with =.
Public Function IssuedContents(ByVal lines As Variant) As Collection
    Dim contents As New Collection, index As Long, parts As Variant
    For index = LBound(lines) To UBound(lines)
        parts = Split(lines(index), vbTab, 3)
        Select Case parts(1)
            Case "formula"
                contents.Add "=" & parts(2), parts(0)
            Case "number"
                contents.Add Val(parts(2)), parts(0)
            Case Else
                contents.Add Unescaped(parts(2)), parts(0)
        End Select
    Next index
    Set IssuedContents = contents
End Function

' Empty where nothing locked was issued.
Public Function IssuedAt(ByVal issued As Collection, ByVal ref As String) As Variant
    ' A collection cannot be asked whether it has a key.
    On Error Resume Next
    IssuedAt = issued(ref)
End Function

Private Function Unescaped(ByVal text As String) As String
    Unescaped = Replace(Replace(Replace(text, "\\", vbNullChar), "\n", vbLf), vbNullChar, "\")
End Function
