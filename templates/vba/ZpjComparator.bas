Option Explicit
Option Private Module

' Comparators: symbols and words before or after a number, as one character.

' The comparator of a number from the text before it and the one found after it; may be empty.
Public Function ComparatorOf(ByVal before As String, ByVal after As String) As String
    Dim clause As String, place As Long, strong As String, weak As String
    If before = "" Then
        ComparatorOf = after
        Exit Function
    End If
    clause = LastClause(before)
    place = 1
    Do While FoundFrom(PATTERN_COMPARATOR_BEFORE, clause, place)
        If GroupStart(GROUP_COMPARATOR_BEFORE_WEAK_FLOOR) + GroupStart(GROUP_COMPARATOR_BEFORE_WEAK_CEILING) > 0 Then
            weak = weak & Meaning()
        Else
            strong = strong & Meaning()
        End If
        place = GroupEnd(0)
    Loop
    strong = strong & after
    If strong = "" Then strong = weak
    RefuseContradiction strong
    ComparatorOf = Left$(strong, 1)
End Function

' The comparator standing at start, behind a number and its unit; last tells where it ends.
Public Function ComparatorAfter(ByVal text As String, ByVal start As Long, ByRef last As Long) As String
    last = MatchEnd(PATTERN_COMPARATOR_AFTER, text, start)
    If last = 0 Then
        last = start
    ElseIf GroupStart(GROUP_COMPARATOR_AFTER_SYMBOL) > 0 Then
        ComparatorAfter = Symbol(Squeezed(GroupText(GROUP_COMPARATOR_AFTER_SYMBOL)))
    ElseIf GroupStart(GROUP_COMPARATOR_AFTER_FLOOR) > 0 Then
        ComparatorAfter = "≥"
    Else
        ComparatorAfter = "≤"
    End If
End Function

Public Function IsFloor(ByVal comparator As String) As Boolean
    IsFloor = Holds("{{ floors }}", comparator)
End Function

Public Function IsCeiling(ByVal comparator As String) As Boolean
    IsCeiling = Holds("{{ ceilings }}", comparator)
End Function

Private Function LastClause(ByVal before As String) As String
    Dim place As Long
    place = 1
    Do While FoundFrom(PATTERN_CLAUSE_END, before, place)
        place = GroupEnd(0)
    Loop
    LastClause = Mid$(before, place)
End Function

' What the comparator that was found last says; a negation turns it round.
Private Function Meaning() As String
    Dim negated As Boolean, equal As Boolean
    negated = GroupStart(GROUP_COMPARATOR_BEFORE_NEGATION) > 0
    equal = GroupStart(GROUP_COMPARATOR_BEFORE_EQUAL) > 0
    If GroupStart(GROUP_COMPARATOR_BEFORE_SYMBOL) > 0 Then
        Meaning = Symbol(Squeezed(GroupText(GROUP_COMPARATOR_BEFORE_SYMBOL)))
    ElseIf GroupStart(GROUP_COMPARATOR_BEFORE_ABOVE) > 0 Then
        Meaning = IIf(negated, "≤", IIf(equal, "≥", ">"))
    ElseIf GroupStart(GROUP_COMPARATOR_BEFORE_BELOW) > 0 Then
        Meaning = IIf(negated, "≥", IIf(equal, "≤", "<"))
    ElseIf GroupStart(GROUP_COMPARATOR_BEFORE_FLOOR) + GroupStart(GROUP_COMPARATOR_BEFORE_WEAK_FLOOR) > 0 Then
        Meaning = "≥"
    Else
        Meaning = "≤"
    End If
End Function

Private Function Symbol(ByVal written As String) As String
    Select Case written
{% for written, symbol in symbols.items() %}
    Case "{{ written }}"
        Symbol = "{{ symbol }}"
{% endfor %}
    End Select
End Function

Private Sub RefuseContradiction(ByVal comparators As String)
    Dim place As Long
    For place = 2 To Len(comparators)
        If Direction(Mid$(comparators, place, 1)) <> Direction(Left$(comparators, 1)) Then
            Refuse xlErrValue, "{{ reasons.CONTRADICTION }}"
        End If
    Next
End Sub

Private Function Direction(ByVal comparator As String) As Long
    If IsFloor(comparator) Then Direction = 1
    If IsCeiling(comparator) Then Direction = -1
End Function
