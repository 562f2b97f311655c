Option Explicit
Option Private Module

' Which workbook is the form, and what its cells hold.

' The form that carries the macros or, in the add-in, the one in front; Nothing where neither is a form.
Public Function FormBook() As Object
    If IsForm(ThisWorkbook) Then
        Set FormBook = ThisWorkbook
    ElseIf IsForm(ActiveWorkbook) Then
        Set FormBook = ActiveWorkbook
    End If
End Function

Public Function FormOf(ByVal book As Object) As Object
    Set FormOf = book.Worksheets("{{ words.sheet.form }}")
End Function

Public Function RegistryOf(ByVal book As Object) As Object
    Set RegistryOf = book.Worksheets("{{ words.sheet.registry }}")
End Function

' The address of a cell as the registry has it: F14.
Public Function RefAt(ByVal row As Long, ByVal column As Long) As String
    Dim letters As String, remainder As Long
    remainder = column
    Do While remainder > 0
        letters = ChrW(65 + (remainder - 1) Mod 26) & letters
        remainder = (remainder - 1) \ 26
    Loop
    RefAt = letters & row
End Function

' Whether this is a number that somebody typed or a formula gave; IsNumeric is true of blanks and texts too.
Public Function IsFigure(ByVal content As Variant) As Boolean
    Select Case VarType(content)
        Case vbDouble, vbSingle, vbLong, vbInteger, vbCurrency, vbDecimal
            IsFigure = True
    End Select
End Function

' What the cell holds, as text; of an error its name.
Public Function CellText(ByVal cell As Object) As String
    If IsError(cell.Value) Then
        CellText = cell.Text
    Else
        CellText = CStr(cell.Value)
    End If
End Function

Public Function IsBlank(ByVal cell As Object) As Boolean
    IsBlank = Trim(CellText(cell)) = ""
End Function

' Text with the word named in braces filled in.
Public Function Filled(ByVal text As String, ByVal word As String, ByVal content As String) As String
    Filled = Replace(text, "{" & word & "}", content)
End Function

Private Function IsForm(ByVal book As Object) As Boolean
    ' A workbook without the two sheets raises an error, which leaves the answer False.
    On Error Resume Next
    IsForm = RegistryOf(book).Cells(1, 1).Value = "zpj" And FormOf(book).Index > 0
End Function
