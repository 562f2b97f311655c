Option Explicit
Option Private Module

' What follows a number: a scale, a percent sign or a unit, a comparator.

' Writes what after, the text behind a number, says of it into quantity.
Public Sub ReadSuffix(ByVal after As String, ByRef quantity As Variant)
    Dim place As Long, scaleWord As String, percent As Boolean
    If after = "" Then Exit Sub
    place = MatchEnd(PATTERN_SUFFIX_HEAD, after, 1)
    scaleWord = GroupText(GROUP_SUFFIX_HEAD_SCALE)
    percent = GroupStart(GROUP_SUFFIX_HEAD_PERCENT) > 0
    If IsIn(PATTERN_DIGIT, Mid$(after, place, 1)) Then Refuse xlErrValue, "{{ reasons.MIXED }}"
    If scaleWord <> "" Then
        If percent{% for word in suffixes.no_scale %} Or StartsWith(Mid$(after, place), "{{ word }}"){% endfor %} Then
            Refuse xlErrValue, "{{ reasons.MIXED }}"
        End If
    End If
    quantity(Q_POWER) = ScalePower(scaleWord)
    If percent Then
        quantity(Q_PERCENT) = True
        quantity(Q_COMPARATOR) = ComparatorBehind(after, place)
    Else
        ReadUnit after, place, quantity
    End If
End Sub

Private Sub ReadUnit(ByVal after As String, ByVal start As Long, ByRef quantity As Variant)
    Dim unit As Variant, place As Long, per As String
    unit = LeadingUnit(after, start)
    If IsEmpty(unit) Then
        quantity(Q_UNIT) = Run(after, start)
        quantity(Q_COMPARATOR) = ComparatorBehind(after, start)
        Exit Sub
    End If
    place = start + Len(unit(UNIT_NAME))
    If unit(UNIT_DIMENSION) = "{{ ratio }}" Then quantity(Q_POWER) = {{ per_mille }}
    If Mid$(after, place, 1) = "/" Then per = Run(after, place)
    quantity(Q_UNIT) = unit(UNIT_NAME) & per
    quantity(Q_IS_PERIOD) = (unit(UNIT_IS_PERIOD) = "1")
    If unit(UNIT_IS_DURATION) = "1" And IsWithin(Stripped(Mid$(after, place))) Then
        quantity(Q_COMPARATOR) = "≤"
    Else
        quantity(Q_COMPARATOR) = ComparatorBehind(after, place + Len(per))
    End If
End Sub

' The comparator behind the unit that starts at start. After a long run of words it belongs to the number only
' where the text ends with it.
Private Function ComparatorBehind(ByVal after As String, ByVal start As Long) As String
    Dim words As String, last As Long, comparator As String
    words = Run(after, start)
    comparator = ComparatorAfter(after, start + Len(words), last)
    If Len(words) <= {{ shortest_run }} Or StrippedOf(Mid$(after, last), "{{ closing }}") = "" Then
        ComparatorBehind = comparator
    End If
End Function

' Whether words behind a duration make it a limit.
Private Function IsWithin(ByVal words As String) As Boolean
    IsWithin = {% for word in comparators.ceilings_after_duration %}{{ " Or " if not loop.first }}StartsWith(words, "{{ word }}"){% endfor %}

End Function

Private Function Run(ByVal after As String, ByVal start As Long) As String
    Dim last As Long
    last = MatchEnd(PATTERN_SUFFIX_RUN, after, start)
    If last > 0 Then Run = Mid$(after, start, last - start)
End Function
