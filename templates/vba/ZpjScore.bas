Option Explicit

Public Function ZPJ_GRADE(total As Variant) As Variant
{% for grade in profile.grades | reverse %}
    If total >= {{ grade.low }} Then
        ZPJ_GRADE = "{{ grade.name }}"
        Exit Function
    End If
{% endfor %}
End Function
