Option Explicit

Public Sub ZPJ_Recheck()
    Dim sheet As Object
    Set sheet = ThisWorkbook.Worksheets("自评表")
    sheet.Range("P20").Value = "跑过了"
    sheet.Range("P21").Interior.Color = RGB(255, 0, 0)
End Sub
