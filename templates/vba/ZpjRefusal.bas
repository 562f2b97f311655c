Option Explicit
Option Private Module

' Why there is no result: raised where it is noticed, an error value or a sentence where it is shown.

Private Const REFUSED As Long = 20000

' Ends the calculation of one cell with an error value (xlErrNA and its like) and the reason in Chinese.
Public Sub Refuse(ByVal errorValue As Long, ByVal why As String)
    Err.Raise REFUSED + errorValue, "zpj", why
End Sub

' The error value of what was raised; what nobody foresaw is a wrong value.
Public Function ErrorOf(ByVal number As Long) As Variant
    If number > REFUSED Then
        ErrorOf = CVErr(number - REFUSED)
    Else
        ErrorOf = CVErr(xlErrValue)
    End If
End Function
