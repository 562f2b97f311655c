Option Explicit

' The worksheet functions. Numbers or texts in, ranges too; blank in, blank out; an error value where the rule
' cannot be applied, and the reason from ZPJ_WHY.

' Score of an indicator: target, actual value (the ratio of a qualitative one), points, kind.
Public Function ZPJ_SCORE(ByVal a As Variant, ByVal b As Variant, ByVal points As Variant, _
        Optional ByVal kind As Variant, Optional ByVal deduction As Variant, Optional ByVal profile As Variant) As Variant
    If IsMissing(kind) Then kind = ""
    If IsMissing(deduction) Then deduction = ""
    If IsMissing(profile) Then profile = ""
    ZPJ_SCORE = EachCell("SCORE", Array(a, b, points, kind, deduction, profile))
End Function

' The score in words: which clause, what arithmetic, or why there is none.
Public Function ZPJ_WHY(ByVal a As Variant, ByVal b As Variant, ByVal points As Variant, _
        Optional ByVal kind As Variant, Optional ByVal deduction As Variant, Optional ByVal profile As Variant) As Variant
    If IsMissing(kind) Then kind = ""
    If IsMissing(deduction) Then deduction = ""
    If IsMissing(profile) Then profile = ""
    ZPJ_WHY = EachCell("WHY", Array(a, b, points, kind, deduction, profile))
End Function

' Grade of a total.
Public Function ZPJ_GRADE(ByVal total As Variant, Optional ByVal profile As Variant) As Variant
    If IsMissing(profile) Then profile = ""
    ZPJ_GRADE = EachCell("GRADE", Array(total, profile))
End Function

' Execution rate: spending by budget; blank while there is none.
Public Function ZPJ_RATE(ByVal budget As Variant, ByVal spent As Variant) As Variant
    ZPJ_RATE = EachCell("RATE", Array(budget, spent))
End Function

' Score of the execution rate.
Public Function ZPJ_EXEC(ByVal budget As Variant, ByVal spent As Variant, ByVal points As Variant, _
        Optional ByVal profile As Variant) As Variant
    If IsMissing(profile) Then profile = ""
    ZPJ_EXEC = EachCell("EXEC", Array(budget, spent, points, profile))
End Function

' The number in a text.
Public Function ZPJ_NUM(ByVal text As Variant) As Variant
    ZPJ_NUM = EachCell("NUM", Array(text))
End Function

' What computes these functions.
Public Function ZPJ_ENGINE() As Variant
    ZPJ_ENGINE = {{ literal(engine.format(id=profile.id, version=profile.version)) }}
End Function
