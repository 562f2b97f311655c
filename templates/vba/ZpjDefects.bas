Option Explicit
Option Private Module

' Whether cells hold what was issued. Programs write one formula in several ways, which makes no difference.

' How many inserted or deleted rows or columns are recognised.
Private Const FARTHEST As Long = 40

' The code of what is wrong with the cell; "" where it is as issued.
Public Function DefectOf(ByVal cell As Object, ByVal kind As String, ByVal issued As Variant) As String
    If kind <> "formula" Then
        If Not SameContent(cell, issued) Then DefectOf = "F04"
    ElseIf cell.HasFormula Then
        If Not SameFormula(cell.Formula, issued) Then DefectOf = "F02"
    ElseIf IsBlank(cell) Then
        DefectOf = "F03"
    Else
        DefectOf = "F01"
    End If
End Function

' Whether rows or columns were inserted or deleted, so that comparing cell by cell makes no sense.
Public Function WasMoved(ByVal form As Object, ByVal lines As Variant, ByVal issued As Collection) As Boolean
    Dim index As Long, parts As Variant, texts As Long, lost As Long, last As String
    For index = LBound(lines) To UBound(lines)
        parts = Split(lines(index), vbTab, 3)
        If parts(1) = "text" Then
            texts = texts + 1
            last = parts(0)
            If Not SameContent(form.Range(last), issued(last)) Then lost = lost + 1
        End If
    Next index
    If lost = 0 Then Exit Function
    WasMoved = 2 * lost > texts Or StandsElsewhere(form, last, issued(last))
End Function

Private Function StandsElsewhere(ByVal form As Object, ByVal ref As String, ByVal text As String) As Boolean
    Dim row As Long, column As Long, distance As Long
    row = form.Range(ref).Row
    column = form.Range(ref).Column
    If SameContent(form.Range(ref), text) Then Exit Function
    For distance = 1 To FARTHEST
        StandsElsewhere = Stands(form, row + distance, column, text) Or Stands(form, row - distance, column, text) _
            Or Stands(form, row, column + distance, text) Or Stands(form, row, column - distance, text)
        If StandsElsewhere Then Exit Function
    Next distance
End Function

Private Function Stands(ByVal form As Object, ByVal row As Long, ByVal column As Long, ByVal text As String) As Boolean
    If row > 0 And column > 0 Then Stands = SameContent(form.Cells(row, column), text)
End Function

Private Function SameContent(ByVal cell As Object, ByVal issued As Variant) As Boolean
    If cell.HasFormula Then Exit Function
    If VarType(issued) = vbString Then
        SameContent = Visible(CellText(cell)) = Visible(issued)
    ElseIf IsFigure(cell.Value) Then
        ' As text a number has the 15 digits that every program saves.
        SameContent = CStr(CDbl(cell.Value)) = CStr(issued)
    End If
End Function

Private Function Visible(ByVal text As String) As String
    Dim blank As Variant
    Visible = text
    For Each blank In Array(" ", vbTab, vbCr, vbLf, ChrW(160), ChrW(12288))
        Visible = Replace(Visible, blank, "")
    Next blank
End Function

Private Function SameFormula(ByVal found As String, ByVal issued As String) As Boolean
    SameFormula = found = issued
    If Not SameFormula Then SameFormula = Bare(found) = Bare(issued)
End Function

' The formula without blanks, letter case and prefixes; every second piece between quotes is a text and stays.
Private Function Bare(ByVal formula As String) As String
    Dim pieces As Variant, index As Long
    pieces = Split(formula, """")
    For index = 0 To UBound(pieces) Step 2
        pieces(index) = BareCode(pieces(index))
    Next index
    Bare = Join(pieces, """")
End Function

Private Function BareCode(ByVal code As String) As String
    Dim addition As Variant, bareText As String
    bareText = UCase(Visible(code))
    For Each addition In Array("@", "_XLFN.", "_XLWS.")
        bareText = Replace(bareText, addition, "")
    Next addition
    BareCode = WithoutAddIn(Replace(Replace(bareText, "TRUE()", "TRUE"), "FALSE()", "FALSE"))
End Function

' Without what names the add-in before its functions: [1]!ZPJ_SCORE, 'C:\zpj.xlam'!ZPJ_SCORE.
Private Function WithoutAddIn(ByVal code As String) As String
    Dim mark As Long, start As Long, remainder As String
    remainder = code
    mark = InStr(remainder, "!ZPJ_")
    Do While mark > 0
        start = PrefixStart(remainder, mark)
        remainder = Left(remainder, start - 1) & Mid(remainder, mark + 1)
        mark = InStr(remainder, "!ZPJ_")
    Loop
    WithoutAddIn = remainder
End Function

Private Function PrefixStart(ByVal code As String, ByVal mark As Long) As Long
    Dim start As Long
    start = mark
    If Mid(code, mark - 1, 1) = "'" Then
        start = InStrRev(code, "'", mark - 2)
    Else
        Do While start > 1
            If InStr("(,;=+-*/^&<>{", Mid(code, start - 1, 1)) > 0 Then Exit Do
            start = start - 1
        Loop
    End If
    PrefixStart = start
End Function
