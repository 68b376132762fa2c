using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Tests.Asking.Recognition.Texts;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2016-08-28", DateOrder.YearFirst)]
    [InlineData("2016/8/28", DateOrder.YearFirst)]
    [InlineData("20160828", DateOrder.YearFirst)]
    [InlineData("2016-08-28T00:00:00Z", DateOrder.YearFirst)]
    [InlineData("2016-08-28 00:00:00.000", DateOrder.YearFirst)]
    [InlineData("28.08.2016", DateOrder.DayFirst)]
    [InlineData("28.8.16", DateOrder.DayFirst)]
    [InlineData("28/08/2016", DateOrder.DayFirst)]
    [InlineData("28-Aug-2016", DateOrder.DayFirst)]
    [InlineData("28 August 2016", DateOrder.DayFirst)]
    [InlineData("8/28/2016", DateOrder.MonthFirst)]
    [InlineData("08/28/2016 12:00 AM", DateOrder.MonthFirst)]
    [InlineData("Aug 28, 2016", DateOrder.MonthFirst)]
    [InlineData("2016-08-28 00:00:00 UTC", DateOrder.YearFirst)]
    [InlineData("2016-08-28, 00:00", DateOrder.YearFirst)]
    [InlineData("Sun, 28 Aug 2016 00:00:00", DateOrder.DayFirst)]
    [InlineData("Sun, 28 Aug 2016 00:00:00 GMT", DateOrder.DayFirst)]
    [InlineData("28/08/2016, 00:00", DateOrder.DayFirst)]
    [InlineData("8/28/2016, 12:00:00 AM", DateOrder.MonthFirst)]
    [InlineData("Sunday, August 28, 2016", DateOrder.MonthFirst)]
    [InlineData("Aug 28, 2016, 0:00", DateOrder.MonthFirst)]
    public void A_date_is_read(string text, DateOrder order)
    {
        Assert.True(DateText.TryParse(text, order, out DateTime date));
        Assert.Equal(new DateTime(2016, 8, 28, 0, 0, 0, DateTimeKind.Utc), date);
    }

    [Theory]
    [InlineData("2016-13-28", DateOrder.YearFirst)]
    [InlineData("28/08/2016", DateOrder.MonthFirst)]
    [InlineData("12.5", DateOrder.DayFirst)]
    [InlineData("north", DateOrder.YearFirst)]
    [InlineData("Some, 28 Aug 2016", DateOrder.DayFirst)]
    [InlineData("28/08/2016, 00:00", DateOrder.MonthFirst)]
    [InlineData("28/08/2016, north", DateOrder.DayFirst)]
    public void Another_text_is_none(string text, DateOrder order) => Assert.False(DateText.TryParse(text, order, out _));

    [Theory]
    [InlineData("28 August 2016", true)]
    [InlineData("123456", false)]
    [InlineData("north-east", false)]
    public void A_look_at_a_text_says_whether_it_may_be_a_date(string text, bool expected) => Assert.Equal(expected, DateText.MayBe(text));
}
