Option Explicit
Option Private Module

' One number in its phrase, with comparator and unit, or the reason why there is none.

' A quantity is an array; its number is text, so that no digit is lost.
Public Const Q_NUMBER As Long = 0
Public Const Q_UPPER As Long = 1
Public Const Q_PERCENT As Long = 2
Public Const Q_POWER As Long = 3
Public Const Q_UNIT As Long = 4
Public Const Q_COMPARATOR As Long = 5
Public Const Q_DIGITS As Long = 6
Public Const Q_IS_PERIOD As Long = 7

' The quantity a target sets; of a range the lower end, or the upper one where it is a ceiling.
Public Function ReadTarget(ByVal text As String) As Variant
    Dim quantity As Variant
    quantity = ReadQuantity(HalfWidth(text))
    If quantity(Q_IS_PERIOD) And quantity(Q_COMPARATOR) = "" Then Refuse xlErrValue, "{{ reasons.DATE }}"
    ReadTarget = quantity
End Function

' The quantity an actual value reports; words for nothing are 0, a period is an amount, a range is none.
Public Function ReadActual(ByVal text As String) As Variant
    Dim quantity As Variant, plain As String
    plain = HalfWidth(text)
    Select Case StrippedOf(plain, "{{ amounts.punctuation | replace('"', '""') }}")
    Case {% for word in amounts.nothing %}"{{ word }}"{{ ", " if not loop.last }}{% endfor %}

        quantity = NewQuantity("0", plain)
    Case Else
        quantity = ReadQuantity(plain)
    End Select
    If quantity(Q_UPPER) <> "" Then Refuse xlErrValue, "{{ reasons.RANGE }}"
    ReadActual = quantity
End Function

' The number in the unit it is written in, a percentage as a fraction.
Public Function ValueOf(ByVal quantity As Variant) As Double
    ValueOf = Scaled(quantity(Q_NUMBER), IIf(quantity(Q_PERCENT), -2, 0))
End Function

' The number in the unit itself, scale included.
Public Function AmountOf(ByVal quantity As Variant) As Double
    AmountOf = Scaled(quantity(Q_NUMBER), IIf(quantity(Q_PERCENT), -2, quantity(Q_POWER)))
End Function

Private Function NewQuantity(ByVal number As String, ByVal digits As String) As Variant
    NewQuantity = Array(number, "", False, 0, "", "", digits, False)
End Function

Private Function ReadQuantity(ByVal text As String) As Variant
    Dim quantity As Variant, count As Long, before As String, digits As String, after As String
    If IsPlain(text) Then
        quantity = NewQuantity(PlainNumber(text), text)
        RefuseTooLarge quantity
        ReadQuantity = quantity
        Exit Function
    End If
    If FoundFrom(PATTERN_DATE, text, 1) Then Refuse xlErrValue, "{{ reasons.DATE }}"
    count = CountNumbers(text)
    If count = 0 Then Refuse xlErrValue, "{{ reasons.NO_NUMBER }}"
    before = Left$(text, StartOf(1) - 1)
    digits = Mid$(text, StartOf(1), EndOf(count) - StartOf(1))
    after = Mid$(text, EndOf(count))
    RefuseRank before, after
    If Holds("{{ amounts.odd_before | join }}", Right$(before, 1)) Then Refuse xlErrValue, "{{ reasons.MIXED }}"
    quantity = NewQuantity("", digits)
    ReadSuffix after, quantity
    quantity(Q_NUMBER) = PlainNumber(Mid$(text, StartOf(1), EndOf(1) - StartOf(1)))
    quantity(Q_COMPARATOR) = ComparatorOf(before, quantity(Q_COMPARATOR))
    If count > 1 Then ReadRange text, count, quantity
    ReadFractionWord before, quantity
    RefuseTooLarge quantity
    ReadQuantity = quantity
End Function

Private Sub RefuseTooLarge(ByVal quantity As Variant)
    Dim power As Long, tooLarge As Boolean
    If quantity(Q_PERCENT) Then power = -2
    tooLarge = IsTooLarge(Scaled(quantity(Q_NUMBER), power))
    If quantity(Q_UPPER) <> "" Then tooLarge = tooLarge Or IsTooLarge(Scaled(quantity(Q_UPPER), power))
    If tooLarge Then Refuse xlErrValue, "{{ reasons.TOO_LARGE }}"
End Sub

' Digits and at most one point, which most texts are: nothing in them has to be looked into.
Private Function IsPlain(ByVal text As String) As Boolean
    IsPlain = text Like "#*" And text Like "*#" And Not (text Like "*[!0-9.]*" Or text Like "*.*.*")
End Function

' Places in an order are no amounts.
Private Sub RefuseRank(ByVal before As String, ByVal after As String)
    Dim lead As String, leads As Boolean
    lead = Stripped(before)
    leads = {% for word in ranks.before %}{{ " Or " if not loop.first }}EndsWith(lead, "{{ word }}"){% endfor %}

    If EndsWith(lead, "{{ ranks.leading }}") Then leads = Not Holds("{{ ranks.not_leading | join }}", Mid$("0" & lead, Len(lead), 1))
    If leads Or MatchEnd(PATTERN_RANK_AFTER, after, 1) > 0 Then Refuse xlErrValue, "{{ reasons.RANK }}"
End Sub

' Writes the upper end of a range; two numbers that make none are refused.
Private Sub ReadRange(ByVal text As String, ByVal count As Long, ByRef quantity As Variant)
    Dim between As String, low As String, high As String, lowText As String, highText As String, percent As Boolean
    lowText = Mid$(text, StartOf(1), EndOf(1) - StartOf(1))
    highText = Mid$(text, StartOf(2), EndOf(2) - StartOf(2))
    between = Squeezed(Mid$(text, EndOf(1), StartOf(2) - EndOf(1)))
    If count > 2 Or MatchEnd(PATTERN_RANGE, between, 1) <> Len(between) + 1 Then RefuseSeveral
    percent = GroupStart(GROUP_RANGE_PERCENT) > 0
    If IsYear(lowText) And IsYear(highText) And quantity(Q_UNIT) = "" Then Refuse xlErrValue, "{{ reasons.DATE }}"
    If lowText Like "0#*" Or highText Like "0#*" Then RefuseSeveral
    If percent And Not quantity(Q_PERCENT) And (quantity(Q_UNIT) <> "" Or quantity(Q_POWER) <> 0) Then RefuseSeveral
    low = quantity(Q_NUMBER)
    high = PlainNumber(highText)
    If Scaled(low, 0) <= 0 Or Scaled(low, 0) >= Scaled(high, 0) Then RefuseSeveral
    If Scaled(high, 0) > Scaled(low, {{ widest_power }}) Then RefuseSeveral
    quantity(Q_UPPER) = high
    If percent Then quantity(Q_PERCENT) = True
End Sub

Private Sub RefuseSeveral()
    Refuse xlErrValue, "{{ reasons.SEVERAL }}"
End Sub

Private Function IsYear(ByVal digits As String) As Boolean
    IsYear = (MatchEnd(PATTERN_YEAR, digits, 1) = Len(digits) + 1)
End Function

' Percentages and their like said in words before the number.
Private Sub ReadFractionWord(ByVal before As String, ByRef quantity As Variant)
    Dim lead As String
    lead = Stripped(before)
    If Not EndsWith(lead, "{{ amounts.fraction }}") Then Exit Sub
    If EndsWith(lead, "{{ amounts.percent }}") Then
        quantity(Q_PERCENT) = True
        quantity(Q_UNIT) = ""
    ElseIf EndsWith(lead, "{{ amounts.per_mille }}") Then
        quantity(Q_POWER) = {{ per_mille }}
        quantity(Q_UNIT) = "‰"
    Else
        Refuse xlErrValue, "{{ reasons.MIXED }}"
    End If
End Sub
