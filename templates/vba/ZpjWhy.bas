Option Explicit
Option Private Module

' A score in words: which clause, what arithmetic.

' One sentence: the arithmetic behind a row, or what is still missing.
Public Function Explained(ByVal indicator As Variant, ByVal row As Variant) As String
    If Not IsEmpty(row(R_RULE)) Then
        Explained = Arithmetic(indicator, row) & "。依据：" & Clause(indicator, row)
    ElseIf indicator(I_KIND) = "定性" Then
        Explained = "由填报人按完成情况选择档次和比例，未选择前不计分"
    Else
        Explained = "实际值尚未填写，不计分"
    End If
    Explained = indicator(I_KIND) & "指标：" & Explained & "。"
End Function

Private Function Arithmetic(ByVal indicator As Variant, ByVal row As Variant) As String
    Select Case indicator(I_KIND)
    Case "定性"
        Arithmetic = "档次为" & row(R_TIER) & "，" & PercentText(indicator(I_RATIO)) & "×" & Points(indicator)
    Case "反向"
        Arithmetic = InReverse(row(R_A), row(R_B), Points(indicator))
    Case Else
        Arithmetic = Forward(row(R_A), row(R_B), Points(indicator))
    End Select
    Arithmetic = Arithmetic & IIf(IsFull(Arithmetic), " ", "=") & WithDecimals(row(R_RULE), 2)
    If indicator(I_DEDUCTION) <> 0 Then
        Arithmetic = Arithmetic & "，酌情扣 " & Significant(indicator(I_DEDUCTION), 6)
        Arithmetic = Arithmetic & "，得 " & WithDecimals(row(R_SCORE), 2)
    End If
End Function

' Whether what was said so far ends in words rather than in arithmetic.
Private Function IsFull(ByVal said As String) As Boolean
    IsFull = EndsWith(said, "得满分") Or EndsWith(said, "得")
End Function

Private Function Forward(ByVal a As Double, ByVal b As Double, ByVal points As String) As String
    Dim share As String
    If a = 0 Then
        Forward = "指标值为 0，得满分"
    ElseIf b < a Then
        Forward = Amount(b) & "÷" & Amount(a) & "×" & points
    ElseIf DeductClause(Excess(a, b)) = "" Then
        Forward = Amount(b) & " 已达到 " & Amount(a) & "，得满分"
    Else
        share = PercentText(Deduct(Excess(a, b)))
        Forward = "偏离度 (" & Amount(b) & "-" & Amount(a) & ")÷" & Amount(a) & "=" & PercentText((b - a) / a)
        Forward = Forward & "，扣分值的 " & share & "，" & points & "×(1-" & share & ")"
    End If
End Function

Private Function InReverse(ByVal a As Double, ByVal b As Double, ByVal points As String) As String
    If b <= a Then
        InReverse = Amount(b) & " 不高于 " & Amount(a) & "，得满分"
    ElseIf a = 0 Then
        InReverse = "指标值为 0 而实际值为 " & Amount(b) & "，得"
    Else
{% if profile.reverse.method == "distance" %}
        InReverse = "[1-(" & Amount(b) & "-" & Amount(a) & ")÷" & Amount(a) & "]×" & points
{% else %}
        InReverse = Amount(a) & "÷" & Amount(b) & "×" & points
{% endif %}
    End If
End Function

Private Function Clause(ByVal indicator As Variant, ByVal row As Variant) As String
    If indicator(I_KIND) = "定性" Then
        Clause = TierClause(row(R_TIER))
    ElseIf row(R_A) = 0 Then
        Clause = "{{ profile.zero_target.clause }}"
    ElseIf indicator(I_KIND) = "反向" Then
        Clause = "{{ profile.reverse.clause }}"
    Else
        Clause = DeductClause(Excess(row(R_A), row(R_B)))
        If Clause = "" Then Clause = "{{ profile.positive.clause }}"
    End If
End Function

Private Function Amount(ByVal x As Double) As String
    Amount = Significant(x, 10)
End Function

Private Function Points(ByVal indicator As Variant) As String
    Points = Significant(indicator(I_POINTS), 6)
End Function
