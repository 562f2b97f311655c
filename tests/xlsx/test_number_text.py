"""A number reads as its cell shows it, and no digit is lost to its format."""

import pytest

from zpj.xlsx.number_text import number_text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (5, "General", "5"),
        (0.1 + 0.2, "General", "0.3"),
        (427.053631, "General", "427.053631"),
        (1e21, "General", "1000000000000000000000"),
        (1.5e-7, "General", "0.00000015"),
        (-3.0, "General", "-3"),
        (19749, "@", "19749"),
        (5, "G/通用格式", "5"),
        (5, "0.00", "5.00"),
        (427.053631, "0.00", "427.053631"),
        (5, "0.##", "5"),
        (0, "0.00", "0.00"),
        (7, "000", "007"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (999, "#,##0", "999"),
    ],
)
def test_amounts_keep_every_digit_and_gain_the_decimals_of_their_format(value, code, text):
    assert number_text(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.9, "0%", "90%"),
        (0.985, "0.00%", "98.50%"),
        (0.995, "0.00%", "99.50%"),
        (0.9855, "0%", "98.55%"),
        (1, "0%", "100%"),
        (-0.05, "0%", "-5%"),
        (0.0005, "0.00%", "0.05%"),
    ],
)
def test_percent_formats_read_as_percent(value, code, text):
    assert number_text(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.9, '"≥"0%', "≥90%"),
        (5, 'General"万元"', "5万元"),
        (300, '0"人次"', "300人次"),
        (1234, '#,##0"人"', "1,234人"),
        (300, r"0\人\次", "300人次"),
        (300, "0人次", "300人次"),
        (3, "0_ ", "3"),
        (3, "* 0.0", "3.0"),
        (3, "[Red]0", "3"),
        (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (123456, '0.00,"千元"', "123.456千元"),
        (0.985, '"约"0.0%"左右"', "约98.5%左右"),
        (5, '"含""引号"0', "含引号5"),
    ],
)
def test_the_words_of_a_format_are_read_with_the_number(value, code, text):
    assert number_text(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (5, '0;(0);"无"', "5"),
        (-5, '0;(0);"无"', "(5)"),
        (0, '0;(0);"无"', "无"),
        (-5, r"0.0_);[Red]\-0.0", "-5.0"),
        (0, r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)', "-"),
        (1500, '[>=1000]0.0,"千";0"个"', "1.5千"),
        (15, '[>=1000]0.0,"千";0"个"', "15个"),
        (-15, "[<100]0;0", "-15"),
        (5, ";;;", ""),
    ],
)
def test_the_section_for_the_sign_is_used(value, code, text):
    assert number_text(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (44196, "yyyy/m/d", "2020年12月31日"),
        (44196, "mm-dd-yy", "2020年12月31日"),
        (44196, 'yyyy"年"m"月"', "2020年12月"),
        (44196, 'm"月"d"日"', "12月31日"),
        (44196, "[$-804]yyyy", "2020年"),
        (44196.604166667, "yyyy-mm-dd hh:mm", "2020年12月31日 14:30"),
        (0.604166667, "h:mm:ss AM/PM", "14:30:00"),
        (44196, "aaaa", "星期四"),
        (1.5, "[h]:mm", "36:00"),
        (0.00402777777, "mm:ss", "05:48"),
        (-1, "yyyy/m/d", "-1"),
        (2958465, "yyyy/m/d", "9999年12月31日"),
        (1.7e308, "yyyy", f"17{'0' * 307}"),
        (3e6, "yyyy/m/d", "3000000"),
    ],
)
def test_date_formats_read_as_chinese_dates(value, code, text):
    assert number_text(value, code) == text


def test_the_1904_date_system_is_honoured():
    assert number_text(42734, "yyyy/m/d", date1904=True) == "2020年12月31日"


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", "000-0000"])
def test_formats_that_rearrange_digits_show_the_number_itself(code):
    assert number_text(12345.5, code) == "12345.5"
