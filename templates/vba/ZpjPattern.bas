Option Explicit
Option Private Module

' Regular expressions, which VBA has none of on every machine: a backtracking machine that runs the programs
' zpj compiled from its own patterns, so that a text is read here as it is read there.
' Positions count from 1.

{% for program in programs %}
Public Const PATTERN_{{ program.name }} As Long = {{ program.start }}
{% for name, number in program.groups.items() %}
Public Const GROUP_{{ name }} As Long = {{ number }}
{% endfor %}
{% endfor %}

Private code() As Long
Private isReady As Boolean

Private subject As String
Private units() As Long
Private size As Long

Private marks(0 To 31) As Long
Private pending() As Long
Private depth As Long

' Position behind the match that begins at start; 0 where nothing matches.
Public Function MatchEnd(ByVal pattern As Long, ByVal text As String, ByVal start As Long) As Long
    Prepare text
    MatchEnd = Execute(pattern, start)
End Function

' Whether anything matches at start or behind it; the groups tell where.
Public Function FoundFrom(ByVal pattern As Long, ByVal text As String, ByVal start As Long) As Boolean
    Dim place As Long, last As Long
    Prepare text
    For place = start To size + 1
        last = Execute(pattern, place)
        If last > 0 Then
            marks(0) = place
            marks(1) = last
            FoundFrom = True
            Exit Function
        End If
    Next
End Function

' Start of a group of the last match, 0 where it took no part; group 0 is the whole.
Public Function GroupStart(ByVal group As Long) As Long
    GroupStart = marks(2 * group)
End Function

' Position behind a group of the last match.
Public Function GroupEnd(ByVal group As Long) As Long
    GroupEnd = marks(2 * group + 1)
End Function

' Text of a group of the last match; empty where it took no part.
Public Function GroupText(ByVal group As Long) As String
    If marks(2 * group) > 0 Then
        GroupText = Mid$(subject, marks(2 * group), marks(2 * group + 1) - marks(2 * group))
    End If
End Function

' Whether the first character of text is one of a set of characters.
Public Function IsIn(ByVal pattern As Long, ByVal text As String) As Boolean
    If Not isReady Then FillPrograms
    If Len(text) > 0 Then IsIn = IsOneOf(pattern, UnitOf(text))
End Function

Private Function Execute(ByVal start As Long, ByVal from As Long) As Long
    Dim at As Long, place As Long, bottom As Long, fits As Boolean
    at = start
    place = from
    bottom = depth
    Do
        fits = True
        Select Case code(at)
        Case {{ op.SPLIT }}
            Postpone code(at + 2), place
            at = code(at + 1)
        Case {{ op.CHARACTER }}
            fits = (units(place) = code(at + 1))
            at = at + 2
            place = place + 1
        Case {{ op.ONE_OF }}
            fits = False
            If place <= size Then fits = IsOneOf(at, units(place))
            at = at + 3 + 2 * code(at + 2)
            place = place + 1
        Case {{ op.JUMP }}
            at = code(at + 1)
        Case {{ op.SAVE }}
            ' Undone when the search comes back past here.
            Postpone -1 - code(at + 1), marks(code(at + 1))
            marks(code(at + 1)) = place
            at = at + 2
        Case {{ op.LOOK }}
            fits = ((Execute(at + 3, place) > 0) = (code(at + 1) = 0))
            at = code(at + 2)
        Case {{ op.AHEAD }}
            fits = IsOneOf(at, units(place))
            at = at + 3 + 2 * code(at + 2)
        Case {{ op.BEFORE }}
            fits = IsOneOf(at, units(place - 1))
            at = at + 3 + 2 * code(at + 2)
        Case {{ op.AT_END }}
            fits = (place > size)
            at = at + 1
        Case {{ op.DONE }}
            depth = bottom
            Execute = place
            Exit Function
        End Select
        Do While Not fits
            If depth = bottom Then Exit Function
            depth = depth - 1
            at = pending(2 * depth)
            place = pending(2 * depth + 1)
            fits = (at >= 0)
            If Not fits Then marks(-1 - at) = place
        Loop
    Loop
End Function

Private Sub Postpone(ByVal at As Long, ByVal place As Long)
    If 2 * depth + 1 > UBound(pending) Then Widen
    pending(2 * depth) = at
    pending(2 * depth + 1) = place
    depth = depth + 1
End Sub

' By itself, because LibreOffice loses the assignment that comes after ReDim Preserve on a line.
Private Sub Widen()
    ReDim Preserve pending(0 To 2 * UBound(pending) + 1)
End Sub

Private Function IsOneOf(ByVal at As Long, ByVal unit As Long) As Boolean
    Dim bound As Long
    For bound = at + 3 To at + 1 + 2 * code(at + 2) Step 2
        If unit < code(bound) Then Exit For
        If unit <= code(bound + 1) Then
            IsOneOf = True
            Exit For
        End If
    Next
    If code(at + 1) = 1 Then IsOneOf = Not IsOneOf
End Function

Private Sub Prepare(ByVal text As String)
    Dim place As Long
    If Not isReady Then FillPrograms
    ' A match that fails takes back what it marked.
    Erase marks
    depth = 0
    If text = subject And size > 0 Then Exit Sub
    subject = text
    size = Len(text)
    ' A unit that no text has stands at either end.
    ReDim units(0 To size + 1)
    units(0) = -1
    units(size + 1) = -1
    For place = 1 To size
        units(place) = UnitOf(Mid$(text, place, 1))
    Next
End Sub

' The code of the first character, which AscW gives as a negative one from 32768 on.
Public Function UnitOf(ByVal text As String) As Long
    UnitOf = AscW(text)
    If UnitOf < 0 Then UnitOf = UnitOf + 65536
End Function

Private Sub FillPrograms()
    Dim numbers() As String, index As Long
    numbers = Split(Programs(), " ")
    ReDim code(0 To UBound(numbers))
    For index = 0 To UBound(numbers)
        code(index) = CLng(numbers(index))
    Next
    ReDim pending(0 To 255)
    isReady = True
End Sub

Private Function Programs() As String
    Dim text As String
{% for program in programs %}
    ' {{ program.name }}
{% for line in program.code | batch(120) %}
    text = text & "{{ line | join(" ") }} "
{% endfor %}
{% endfor %}
    Programs = RTrim$(text)
End Function
