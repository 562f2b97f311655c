Option Explicit
Option Private Module

' Two quantities brought to one unit.

' The actual value in the target's own written unit, a percentage as a fraction.
Public Function InUnitOf(ByVal target As Variant, ByVal actual As Variant) As Double
    Dim targetUnit As Variant, actualUnit As Variant, power As Long
    targetUnit = UnitIn(target)
    actualUnit = UnitIn(actual)
    If IsBare(actual) Then
        actualUnit = targetUnit
        power = BarePower(actual, target, {{ plausible }} * ValueOf(target)) - WrittenPower(target)
    ElseIf IsBare(target) Then
        targetUnit = actualUnit
        power = PowerOf(actual) - BarePower(target, actual, 1)
    Else
        RefuseOtherDimension target, actual
        If IsEmpty(targetUnit) Then targetUnit = actualUnit
        If IsEmpty(actualUnit) Then actualUnit = targetUnit
        power = PowerOf(actual) - WrittenPower(target)
    End If
    InUnitOf = Scaled(actual(Q_NUMBER), power) * Factor(actualUnit, targetUnit)
End Function

' How many of the second unit one of the first is.
Private Function Factor(ByVal unit As Variant, ByVal other As Variant) As Double
    Dim up As Double, down As Double
    up = 1
    down = 1
    If Not IsEmpty(unit) Then
        up = Val(unit(UNIT_NUMERATOR))
        down = Val(unit(UNIT_DENOMINATOR))
    End If
    If Not IsEmpty(other) Then
        up = up * Val(other(UNIT_DENOMINATOR))
        down = down * Val(other(UNIT_NUMERATOR))
    End If
    Factor = up / down
End Function

' The convertible unit of a quantity; Empty for counting words and where there is none.
Private Function UnitIn(ByVal quantity As Variant) As Variant
    UnitIn = LeadingUnit(quantity(Q_UNIT), 1)
End Function

' Nothing but a number: unit and scale are to be taken from what it is compared with.
Private Function IsBare(ByVal quantity As Variant) As Boolean
    IsBare = Not quantity(Q_PERCENT) And quantity(Q_UNIT) = "" And quantity(Q_POWER) = 0
End Function

Private Function PowerOf(ByVal quantity As Variant) As Long
    PowerOf = IIf(quantity(Q_PERCENT), -2, quantity(Q_POWER))
End Function

' What the result is written in: a percentage as a fraction of one.
Private Function WrittenPower(ByVal quantity As Variant) As Long
    WrittenPower = IIf(quantity(Q_PERCENT), 0, quantity(Q_POWER))
End Function

' The scale of a bare number, told by the other: against a percentage a fraction up to 1 or below most; next to
' a scale the reading that makes the two alike, if only one does.
Private Function BarePower(ByVal bare As Variant, ByVal other As Variant, ByVal most As Double) As Long
    Dim asWritten As Boolean, asScaled As Boolean, number As String
    number = bare(Q_NUMBER)
    If other(Q_PERCENT) Then
        If Scaled(number, 0) > 1 And Scaled(number, 0) >= most Then RefuseBare bare, "{{ mismatches.PERCENT_SIGN }}"
        Exit Function
    End If
    BarePower = other(Q_POWER)
    If BarePower = 0 Or Scaled(number, 0) = 0 Or Scaled(other(Q_NUMBER), 0) = 0 Then Exit Function
    asWritten = AreClose(number, 0, other(Q_NUMBER), other(Q_POWER))
    asScaled = AreClose(number, other(Q_POWER), other(Q_NUMBER), other(Q_POWER))
    If asWritten = asScaled Then RefuseBare bare, "{{ mismatches.UNIT_MISSING }}"
    If asWritten Then BarePower = 0
End Function

Private Function AreClose(ByVal number As String, ByVal power As Long, ByVal other As String, _
        ByVal otherPower As Long) As Boolean
    Dim times As Double
    times = Scaled(number, power) / Scaled(other, otherPower)
    AreClose = {{ 1 / plausible }} <= times And times <= {{ plausible }}
End Function

Private Sub RefuseOtherDimension(ByVal target As Variant, ByVal actual As Variant)
    Dim one As String, two As String, why As String
    one = Dimension(target)
    two = Dimension(actual)
    If one = two Then Exit Sub
    If one = "{{ ratio }}" Or two = "{{ ratio }}" Then Refuse xlErrNA, "{{ mismatches.PERCENT_AND_UNIT }}"
    If one = "" Or two = "" Then Exit Sub
    why = Replace("{{ mismatches.DIMENSION }}", "{target}", Left$(target(Q_UNIT), {{ longest_name }}))
    Refuse xlErrNA, Replace(why, "{actual}", Left$(actual(Q_UNIT), {{ longest_name }}))
End Sub

' What a quantity measures; empty where only a scale is written.
Private Function Dimension(ByVal quantity As Variant) As String
    Dim unit As Variant
    unit = UnitIn(quantity)
    If quantity(Q_PERCENT) Then
        Dimension = "{{ ratio }}"
    ElseIf Not IsEmpty(unit) Then
        Dimension = unit(UNIT_DIMENSION)
    ElseIf quantity(Q_UNIT) <> "" Then
        Dimension = "counting"
    End If
End Function

Private Sub RefuseBare(ByVal bare As Variant, ByVal why As String)
    Refuse xlErrNA, Replace(why, "{bare}", bare(Q_DIGITS))
End Sub
