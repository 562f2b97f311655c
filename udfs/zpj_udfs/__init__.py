"""What Excel calls: the functions ``ZPJ_SCORE`` and its like, thin over ``zpj``, through xlwings.

A function takes cells and gives what cells may hold: a number, a text, ``""`` where there is nothing to say
yet, or the name of an Excel error value. It raises nothing. Ranges in, arrays out.

=========  ==========================================================================================
#VALUE!    a text that is no quantity or no number, an unknown 类型 or profile, ranges that do not fit
#NUM!      a negative number; a ratio of a 定性 indicator outside 0 to 1
#N/A       target and actual value, or budget and spending, in units that do not compare
the same   an argument that is an error value itself
=========  ==========================================================================================

The names travel as text, because a COM server has no other way to hand out an error: the VBA that asks
(in the add-in) turns them into ``CVErr``. ``ZPJ_WHY`` gives the reason in words.
"""
