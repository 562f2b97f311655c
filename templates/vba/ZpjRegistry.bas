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

' An entry per locked cell of the form, row by row from the left: address, kind and content between tabs.
Public Function IssuedLines(ByVal book As Object) As Variant
    Dim patterns As New Collection, entries As New Collection, line As Variant
    For Each line In Split(RegistryText(RegistryOf(book), "locked"), vbLf)
        Select Case Left(line, 1)
            Case "="
                patterns.Add Unescaped(Mid(line, 2))
            Case "0" To "9"
                AddRow entries, patterns, Split(line, vbTab)
            Case Else
                ' Forms of template version 1 have just such lines.
                entries.Add Unescaped(line)
        End Select
    Next line
    IssuedLines = Listed(entries)
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
                contents.Add parts(2), parts(0)
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

' The cells of a row: its number, then of each cell its column, a sign for its kind, and its content.
Private Sub AddRow(ByVal entries As Collection, ByVal patterns As Collection, ByVal parts As Variant)
    Dim index As Long, at As Long, content As String, entry As String
    For index = 1 To UBound(parts)
        at = 2
        Do While Mid(parts(index), at, 1) >= "A"
            at = at + 1
        Loop
        content = Mid(parts(index), at + 1)
        entry = Left(parts(index), at - 1) & parts(0) & vbTab
        Select Case Mid(parts(index), at, 1)
            Case "="
                entries.Add entry & "formula" & vbTab & Replace(patterns(CLng(content)), vbNullChar, parts(0))
            Case ":"
                entries.Add entry & "number" & vbTab & content
            Case Else
                entries.Add entry & "text" & vbTab & Unescaped(content)
        End Select
    Next index
End Sub

Private Function Listed(ByVal entries As Collection) As Variant
    Dim texts() As String, index As Long
    If entries.Count = 0 Then
        Listed = Split("", vbTab)
        Exit Function
    End If
    ReDim texts(0 To entries.Count - 1)
    For index = 1 To entries.Count
        texts(index - 1) = entries(index)
    Next index
    Listed = texts
End Function

' The hidden sheet is ASCII: \n, \t, \u9879, \\ for a backslash, \# for the number of the row (a null here).
Private Function Unescaped(ByVal text As String) As String
    Dim at As Long, back As Long, plain As String
    at = 1
    back = InStr(text, "\")
    Do While back > 0
        plain = plain & Mid(text, at, back - at)
        at = back + 2
        Select Case Mid(text, back + 1, 1)
            Case "u"
                plain = plain & ChrW(HexValue(Mid(text, at, 4)))
                at = at + 4
            Case "n"
                plain = plain & vbLf
            Case "t"
                plain = plain & vbTab
            Case "r"
                plain = plain & vbCr
            Case "b"
                plain = plain & ChrW(8)
            Case "f"
                plain = plain & ChrW(12)
            Case "#"
                plain = plain & vbNullChar
            Case Else
                plain = plain & Mid(text, back + 1, 1)
        End Select
        back = InStr(at, text, "\")
    Loop
    Unescaped = plain & Mid(text, at)
End Function

' Val would take four digits for a number with a sign.
Private Function HexValue(ByVal digits As String) As Long
    Dim index As Long
    For index = 1 To Len(digits)
        HexValue = HexValue * 16 + InStr("0123456789abcdef", Mid(digits, index, 1)) - 1
    Next index
End Function
