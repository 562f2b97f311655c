Option Explicit
Option Private Module

' What is still to be filled in, counted from the cells themselves: the messages of the form may be typed over.

Public Function MissingValues(ByVal form As Object, ByVal issued As Collection) As Long
    Dim count As Long, row As Variant
    count = BlankCount(form.Cells({{ funds.FIRST_ROW }}, {{ columns.SPENT }}))
    count = count + BlankCount(form.Cells({{ goals.FIRST_ROW }}, {{ columns.COMPLETION }}))
    For Each row In IndicatorRows(issued)
        count = count + BlankCount(form.Cells(row, {{ columns.ACTUAL }}))
        If IssuedAt(issued, RefAt(row, {{ columns.KIND }})) = "{{ judged }}" Then
            count = count + BlankCount(form.Cells(row, {{ columns.TIER }}))
            count = count + BlankCount(form.Cells(row, {{ columns.RATIO }}))
        End If
    Next row
    MissingValues = count
End Function

Public Function MissingReasons(ByVal form As Object, ByVal issued As Collection) As Long
    Dim count As Long, row As Variant
    For Each row In IndicatorRows(issued)
        If IsReasonDue(form, issued, row) Then
            If Not IsReason(CellText(form.Cells(row, {{ columns.REASON }}))) Then count = count + 1
        End If
    Next row
    MissingReasons = count
End Function

Private Function BlankCount(ByVal cell As Object) As Long
    If IsBlank(cell) Then BlankCount = 1
End Function

Private Function IsReasonDue(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Boolean
    Dim score As Variant, cut As Variant
    score = ScoreByRule(form, issued, row)
    cut = form.Cells(row, {{ columns.DEDUCTION }}).Value
    If IsFigure(score) Then IsReasonDue = score < IssuedAt(issued, RefAt(row, {{ columns.POINTS }}))
    If IsFigure(cut) Then IsReasonDue = IsReasonDue Or cut > 0
    If IssuedAt(issued, RefAt(row, {{ columns.KIND }})) = "{{ positive }}" Then
        IsReasonDue = IsReasonDue Or IsFarOver(form, issued, row)
    End If
End Function

Private Function IsFarOver(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Boolean
    Dim target As Variant, answer As Variant
    target = IssuedAt(issued, RefAt(row, {{ columns.TARGET }}))
    answer = form.Cells(row, {{ columns.ACTUAL }}).Value
    If Not (IsFigure(target) And IsFigure(answer)) Then Exit Function
    If target <= 0 Then Exit Function
    IsFarOver = WorksheetFunction.Round((answer - target) / target, {{ edge_digits }}) >= {{ profile.reason.over_completion }}
End Function
