Option Explicit
Option Private Module

' The functions of single values, by their names; ZpjArrays makes functions of ranges of them.

' The result of one cell; what is refused is an error value, or for ZPJ_WHY the reason.
Public Function OneCell(ByVal name As String, ByVal cells As Variant) As Variant
    On Error GoTo refused
    RefuseErrors cells
    Select Case name
    Case "SCORE"
        OneCell = Score(cells)
    Case "WHY"
        OneCell = Why(cells)
    Case "GRADE"
        OneCell = Grade(cells)
    Case "RATE"
        OneCell = Rate(cells)
    Case "EXEC"
        OneCell = Execution(cells)
    Case "NUM"
        OneCell = ""
        If TextOf(cells(0)) <> "" Then OneCell = AmountOf(ReadActual(TextOf(cells(0))))
    End Select
    Exit Function
refused:
    If name = "WHY" Then
        OneCell = Err.Description
    Else
        OneCell = ErrorOf(Err.Number)
    End If
End Function

Private Function Score(ByVal cells As Variant) As Variant
    Dim indicator As Variant, row As Variant
    Score = ""
    indicator = IndicatorOf(cells)
    If IsEmpty(indicator) Then Exit Function
    CheckProfile cells(5)
    row = ScoreRow(indicator)
    If Not IsEmpty(row(R_SCORE)) Then Score = row(R_SCORE)
End Function

Private Function Why(ByVal cells As Variant) As Variant
    Dim indicator As Variant
    Why = ""
    indicator = IndicatorOf(cells)
    If IsEmpty(indicator) Then Exit Function
    CheckProfile cells(5)
    On Error GoTo refused
    Why = Explained(indicator, ScoreRow(indicator))
    Exit Function
refused:
    Why = Refused(indicator(I_KIND), Err.Description)
End Function

Private Function Grade(ByVal cells As Variant) As Variant
    Dim total As Variant
    Grade = ""
    total = AmountIn(cells(0), "{{ labels.total }}")
    If IsEmpty(total) Then Exit Function
    CheckProfile cells(1)
    Grade = GradeOf(total)
End Function

Private Function Rate(ByVal cells As Variant) As Variant
    Dim budget As Variant, actual As Variant, planned As Double, used As Double
    Rate = ""
    If TextOf(cells(0)) = "" Or TextOf(cells(1)) = "" Then Exit Function
    budget = ReadActual(TextOf(cells(0)))
    actual = ReadActual(TextOf(cells(1)))
    planned = ValueOf(budget)
    used = InUnitOf(budget, actual)
    If planned < 0 Or used < 0 Then
        Refuse xlErrNum, Replace("{{ message("P08", what=expected.money, found="{found}") }}", "{found}", _
            NumberText(IIf(planned < used, planned, used)))
    End If
    If planned > 0 And Not IsTooLarge(used) Then Rate = used / planned
End Function

Private Function Execution(ByVal cells As Variant) As Variant
    Dim points As Variant, share As Variant
    Execution = ""
    points = AmountIn(cells(2), "{{ labels.points }}")
    If IsEmpty(points) Then Exit Function
    CheckProfile cells(3)
    share = Rate(cells)
    If VarType(share) = vbDouble Then Execution = ExecutionPoints(share, points)
End Function
