Option Explicit
Option Private Module

' The numbers in a text, left to right.

Private starts() As Long
Private ends() As Long

' How many numbers text (half-width) has; StartOf and EndOf tell where. Digits of a word are left out: PM2.5.
Public Function CountNumbers(ByVal text As String) As Long
    Dim place As Long, after As Long, wordEnd As Long
    ReDim starts(1 To Len(text) + 1)
    ReDim ends(1 To Len(text) + 1)
    place = 1
    Do While FoundFrom(PATTERN_TOKEN, text, place)
        place = GroupStart(0)
        after = GroupEnd(0)
        If GroupStart(GROUP_TOKEN_NUMBER) = 0 Then
            wordEnd = after
            If IsSymbol(GroupText(GROUP_TOKEN_WORD)) Then wordEnd = 0
        ElseIf Not GoesOn(text, wordEnd, place) Then
            RefuseLetters GroupText(GROUP_TOKEN_LETTERS)
            CountNumbers = CountNumbers + 1
            starts(CountNumbers) = GroupStart(GROUP_TOKEN_NUMBER)
            ends(CountNumbers) = GroupEnd(GROUP_TOKEN_NUMBER)
        End If
        place = after
    Loop
    ' Before a later number a minus would be a dash: 80%-90%.
    If CountNumbers > 0 Then
        If FoundFrom(PATTERN_MINUS, Left$(text, starts(1) - 1), 1) Then starts(1) = starts(1) - 1
    End If
End Function

' Whether a number is the rest of a word that a hyphen goes on with: COVID-19.
Private Function GoesOn(ByVal text As String, ByVal wordEnd As Long, ByVal place As Long) As Boolean
    If wordEnd > 0 And place = wordEnd + 1 Then GoesOn = (Mid$(text, wordEnd, 1) = "-")
End Function

Public Function StartOf(ByVal number As Long) As Long
    StartOf = starts(number)
End Function

Public Function EndOf(ByVal number As Long) As Long
    EndOf = ends(number)
End Function

' The number as text that Val reads, its exponent behind a small e.
Public Function PlainNumber(ByVal digits As String) As String
    If Len(digits) > {{ longest_number }} Then Refuse xlErrValue, "{{ reasons.TOO_LONG }}"
    PlainNumber = LCase$(Replace(Replace(digits, ",", ""), "{{ minus }}", "-"))
End Function

' Whether nobody computes with a number of this size.
Public Function IsTooLarge(ByVal x As Double) As Boolean
    IsTooLarge = (Abs(x) > {{ largest }})
End Function

' The number times a power of ten, as near as a Double comes: the point moves in the text.
Public Function Scaled(ByVal number As String, ByVal power As Long) As Double
    Dim letter As Long
    letter = InStr(1, number, "e", vbBinaryCompare)
    If letter = 0 Then
        Scaled = Val(number & "E" & power)
    Else
        Scaled = Val(Left$(number, letter - 1) & "E" & (CLng(Val(Mid$(number, letter + 1))) + power))
    End If
End Function

Private Sub RefuseLetters(ByVal letters As String)
    If letters = "" Then Exit Sub
    If Not IsSymbol(letters) Then Refuse xlErrValue, "{{ reasons.LETTERS }}"
End Sub
