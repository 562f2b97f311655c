Option Explicit
Option Private Module

' Texts as people type them, and numbers as texts.

' Full-width characters made half-width, outer blanks stripped.
Public Function HalfWidth(ByVal text As String) As String
    Dim place As Long, unit As Long
    For place = 1 To Len(text)
        unit = UnitOf(Mid$(text, place, 1))
        If unit >= {{ full_width.first }} And unit <= {{ full_width.last }} Then
            unit = unit - {{ full_width.offset }}
        ElseIf unit = {{ full_width.blank }} Then
            unit = 32
        End If
        HalfWidth = HalfWidth & ChrW(unit)
    Next
    HalfWidth = Stripped(HalfWidth)
End Function

' text without outer blanks of any kind.
Public Function Stripped(ByVal text As String) As String
    Dim first As Long, last As Long
    first = 1
    last = Len(text)
    Do While first <= last
        If Not IsIn(PATTERN_BLANK, Mid$(text, first, 1)) Then Exit Do
        first = first + 1
    Loop
    Do While last >= first
        If Not IsIn(PATTERN_BLANK, Mid$(text, last, 1)) Then Exit Do
        last = last - 1
    Loop
    Stripped = Mid$(text, first, last - first + 1)
End Function

' text without any blanks.
Public Function Squeezed(ByVal text As String) As String
    Dim place As Long
    For place = 1 To Len(text)
        If Not IsIn(PATTERN_BLANK, Mid$(text, place, 1)) Then Squeezed = Squeezed & Mid$(text, place, 1)
    Next
End Function

' text without the outer characters that are among unwanted.
Public Function StrippedOf(ByVal text As String, ByVal unwanted As String) As String
    Dim first As Long, last As Long
    first = 1
    last = Len(text)
    Do While first <= last
        If Not Holds(unwanted, Mid$(text, first, 1)) Then Exit Do
        first = first + 1
    Loop
    Do While last >= first
        If Not Holds(unwanted, Mid$(text, last, 1)) Then Exit Do
        last = last - 1
    Loop
    StrippedOf = Mid$(text, first, last - first + 1)
End Function

' Whether part stands in text, case included; an empty part stands nowhere.
Public Function Holds(ByVal text As String, ByVal part As String) As Boolean
    If Len(part) > 0 Then Holds = InStr(1, text, part, vbBinaryCompare) > 0
End Function

Public Function StartsWith(ByVal text As String, ByVal beginning As String) As Boolean
    StartsWith = (Left$(text, Len(beginning)) = beginning)
End Function

Public Function EndsWith(ByVal text As String, ByVal ending As String) As Boolean
    EndsWith = (Right$(text, Len(ending)) = ending)
End Function

' A number with all its digits and a point, whatever the machine writes: 0.3, 1e+20.
Public Function NumberText(ByVal x As Double) As String
    Dim letter As Long
    NumberText = Trim$(Str$(x))
    letter = InStr(1, NumberText, "E", vbBinaryCompare)
    If letter > 0 Then
        NumberText = Left$(NumberText, letter - 1) & Exponent(CLng(Val(Mid$(NumberText, letter + 1))))
    End If
    If Left$(NumberText, 1) = "." Then NumberText = "0" & NumberText
    If Left$(NumberText, 2) = "-." Then NumberText = "-0" & Mid$(NumberText, 2)
End Function

' x to so many significant digits, without zeros at the end.
Public Function Significant(ByVal x As Double, ByVal count As Long) As String
    Dim power As Long
    ' A hair more, because the logarithm of 1000 may fall short of 3.
    If x <> 0 Then power = Int(Log(Abs(x)) / Log(10) + 0.000000000001)
    If power >= -4 And power < count Then
        Significant = NumberText(Application.WorksheetFunction.Round(x, count - 1 - power))
    Else
        Significant = NumberText(Application.WorksheetFunction.Round(x / 10 ^ power, count - 1)) & Exponent(power)
    End If
End Function

' x with so many decimals.
Public Function WithDecimals(ByVal x As Double, ByVal decimals As Long) As String
    WithDecimals = Replace(Format$(x, "0." & String$(decimals, "0")), ",", ".")
End Function

Public Function PercentText(ByVal x As Double) As String
    PercentText = Significant(x * 100, 10) & "%"
End Function

Private Function Exponent(ByVal power As Long) As String
    Exponent = "e" & IIf(power < 0, "-", "+") & Right$("0" & Abs(power), IIf(Abs(power) > 99, 3, 2))
End Function
