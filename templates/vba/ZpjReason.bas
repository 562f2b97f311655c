Option Explicit
Option Private Module

' Whether a text is a reason: what is left of it without marks, digits and what says nothing.
' zpj counts a character that comes twice once, and a word of letters for two; here each one counts.

Public Function IsReason(ByVal text As String) As Boolean
    Dim rest As String
    rest = LettersOf(text)
    Select Case rest
        Case ""{% for word in reason.words %}, "{{ word }}"{% endfor %}

            Exit Function
    End Select
{% for phrase in reason.phrases %}
    rest = Replace(rest, "{{ phrase }}", "")
{% endfor %}
    IsReason = Len(rest) >= {{ profile.reason.brief }}
End Function

Private Function LettersOf(ByVal text As String) As String
    Dim place As Long, letter As String
    For place = 1 To Len(text)
        letter = HalfWidth(Mid$(text, place, 1))
        If Len(letter) = 1 Then
            If IsLetter(UnitOf(letter)) Then LettersOf = LettersOf & LCase$(letter)
        End If
    Next place
End Function

' Letters of Europe and Asia, Chinese characters. Of a pair the first half counts; tags are no letters.
Private Function IsLetter(ByVal unit As Long) As Boolean
    Select Case unit
        Case UnitOf("a") To UnitOf("z"), UnitOf("A") To UnitOf("Z")
            IsLetter = True
        Case 192 To 767, 880 To 8191
            IsLetter = True
        Case 12295, 13312 To 40959, 40960 To 55203, 63744 To 64255
            IsLetter = True
        Case 55360 To 55487
            IsLetter = True
    End Select
End Function
