Option Explicit
Option Private Module

' What is still to be filled in, counted from the cells themselves: the messages of the form may be typed over.

Public Function MissingValues(ByVal form As Object, ByVal issued As Collection) As Long
    Dim count As Long, row As Variant, column As Variant
    count = BlankCount(form, "{{ funds.SPENT }}") + BlankCount(form, "{{ goals.COMPLETION }}")
    For Each row In IndicatorRows(issued)
        count = count + BlankCount(form, "{{ columns.ACTUAL }}" & row)
        If IssuedAt(issued, "{{ columns.KIND }}" & row) = "{{ judged }}" Then
            For Each column In Array("{{ columns.TIER }}", "{{ columns.RATIO }}")
                count = count + BlankCount(form, column & row)
            Next column
        End If
    Next row
    MissingValues = count
End Function

Public Function MissingReasons(ByVal form As Object, ByVal issued As Collection) As Long
    Dim count As Long, row As Variant
    For Each row In IndicatorRows(issued)
        If IsReasonDue(form, issued, row) Then
            If Not IsReason(CellText(form.Range("{{ columns.REASON }}" & row))) Then count = count + 1
        End If
    Next row
    MissingReasons = count
End Function

Private Function BlankCount(ByVal form As Object, ByVal ref As String) As Long
    If IsBlank(form.Range(ref)) Then BlankCount = 1
End Function

Private Function IsReasonDue(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Boolean
    Dim score As Variant, cut As Variant
    score = ScoreByRule(form, issued, row)
    cut = form.Range("{{ columns.DEDUCTION }}" & row).Value
    If IsFigure(score) Then IsReasonDue = score < IssuedAt(issued, "{{ columns.POINTS }}" & row)
    If IsFigure(cut) Then IsReasonDue = IsReasonDue Or cut > 0
    If IssuedAt(issued, "{{ columns.KIND }}" & row) = "{{ positive }}" Then
        IsReasonDue = IsReasonDue Or IsFarOver(form, issued, row)
    End If
End Function

Private Function IsFarOver(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Boolean
    Dim target As Variant, answer As Variant
    target = IssuedAt(issued, "{{ columns.TARGET }}" & row)
    answer = form.Range("{{ columns.ACTUAL }}" & row).Value
    If Not (IsFigure(target) And IsFigure(answer)) Then Exit Function
    If target <= 0 Then Exit Function
    IsFarOver = WorksheetFunction.Round((answer - target) / target, {{ edge_digits }}) >= {{ profile.reason.over_completion }}
End Function

Private Function IsReason(ByVal text As String) As Boolean
    Select Case Trim(text)
        Case ""{% for filler in profile.reason.fillers %}, "{{ filler }}"{% endfor %}

            IsReason = False
        Case Else
            IsReason = True
    End Select
End Function
