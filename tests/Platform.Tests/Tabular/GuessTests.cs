using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class GuessTests
{
    [Theory]
    [InlineData(ColumnType.Email, "anna@example.com", "bo.b@example.co.uk", "ünï@exämple.org")]
    [InlineData(ColumnType.Phone, "+49 30 1234567", "(020) 7946-0018", "+1-555-0100 ext 12")]
    [InlineData(ColumnType.WholeNumber, "1996", "12", "-3")]
    [InlineData(ColumnType.Decimal, "1100.04", "251.41", "7")]
    [InlineData(ColumnType.Money, "€ 1,250.00", "EUR 99.50", "€7")]
    [InlineData(ColumnType.Date, "2016-10-20", "2017-03-01", "2017-12-31")]
    [InlineData(ColumnType.Date, "20260403", "20261231", "20270101")]
    [InlineData(ColumnType.Date, "3 Apr 2026", "12 December 2025", "1. März 2026")]
    [InlineData(ColumnType.DateTime, "2026-04-03T10:15:00Z", "2026-04-03 10:15:30+02:00", "03.04.2026 10:15")]
    [InlineData(ColumnType.YesNo, "yes", "No", "YES")]
    [InlineData(ColumnType.Text, "08123", "00017", "91234")]
    [InlineData(ColumnType.Text, "Anna", "Bo", "12 monkeys")]
    [InlineData(ColumnType.Unknown, "", "NULL", "N/A")]
    public void A_column_is_what_its_values_are(ColumnType type, params string[] values) => Assert.Equal(type, Guess(values).Type);

    [Fact]
    public void Few_repeated_words_are_a_choice_counted()
    {
        var guess = Guess([.. Enumerable.Repeat("Won", 8), .. Enumerable.Repeat("Lost", 4)]);
        Assert.Equal(ColumnType.Choice, guess.Type);
        Assert.Equal([("Won", 8), ("Lost", 4)], guess.Choices);
    }

    [Fact]
    public void Missing_values_are_counted_as_unknown_in_every_spelling()
    {
        var guess = Guess("5", "", "NULL", "N/A", "-", "NA", "6");
        Assert.Equal((ColumnType.WholeNumber, 2, 5), (guess.Type, guess.Known, guess.Missing));
        Assert.Equal(4, Guess("EMEA", "NA", "APAC", "None", "").Known);
    }

    [Fact]
    public void A_few_wrong_values_do_not_change_what_a_column_is_and_are_shown()
    {
        var guess = Guess([.. Enumerable.Range(1, 9).Select(n => $"{n}"), "about ten"]);
        Assert.Equal(ColumnType.WholeNumber, guess.Type);
        Assert.Equal(0.9, guess.Fit, 6);
        Assert.Equal((11L, "about ten"), Assert.Single(guess.Misfits));
    }

    [Theory]
    [InlineData(DecimalMark.Point, "1,234.50", "7"), InlineData(DecimalMark.Point, "1.500", "1.5"), InlineData(DecimalMark.Point, "0.125", "1.500")]
    [InlineData(DecimalMark.Comma, "1.234,50", "7"), InlineData(DecimalMark.Comma, "1.500", "2,5"), InlineData(DecimalMark.Comma, "1 234,5", "7")]
    [InlineData(DecimalMark.Comma, "1.500.000", "1.500"), InlineData(DecimalMark.Point, "1'234.5", "7"), InlineData(DecimalMark.Point, "12,34,567", "1,500")]
    [InlineData(DecimalMark.Comma, "1\u00A0234,5", "1\u202F234,5")]
    public void One_telling_value_settles_the_decimal_mark(DecimalMark mark, params string[] values)
    {
        var table = Table("Amount", values);
        Assert.Equal(mark, table.Columns[0].Mark);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void One_thousand_five_hundred_or_one_and_a_half_is_asked_once_for_the_file()
    {
        var table = Of("Amount;Cost\n1.500;2,250\n2.750;3,125\n");
        var question = Assert.Single(table.Questions);
        Assert.True(question.AboutNumbers);
        Assert.Equal(["Amount", "Cost"], question.Columns);
        Assert.Equal([null, null], table.Columns.Select(c => c.Mark));
        Assert.All(question.Readings, r => Assert.False(r.Suggested));
        Assert.Equal(["1500 (whole)"], question.Readings.Single(r => r.Mark == DecimalMark.Comma).Samples.Take(1).Select(s => s.Means));
        Assert.Contains("0.5", question.Readings.Single(r => r.Mark == DecimalMark.Point).Samples[0].Means);
        Assert.Throws<InvalidOperationException>(() => table.Format(0));
        Assert.Equal(1500m, new ValueReader(table.Format(0, DecimalMark.Comma)).Number("1.500").Value);
        Assert.Equal(1.5m, new ValueReader(table.Format(0, DecimalMark.Point)).Number("1.500").Value);
    }

    [Fact]
    public void Another_column_of_the_file_suggests_the_answer_but_does_not_give_it()
    {
        var table = Of("Amount;Rate\n1.500;2,5\n2.750;3,75\n");
        Assert.Null(table.Columns[0].Mark);
        Assert.Equal(DecimalMark.Comma, table.Suggestion.Mark);
        Assert.True(Assert.Single(table.Questions).Readings[0] is { Suggested: true, Mark: DecimalMark.Comma });
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "03/04/2026", "25/04/2026"), InlineData(DateOrder.MonthFirst, "03/04/2026", "04/25/2026")]
    [InlineData(DateOrder.DayFirst, "03.04.2026", "05.06.2026"), InlineData(DateOrder.DayFirst, "2026/04/03", "2026/12/01"), InlineData(DateOrder.DayFirst, "04/04/2026", "05/05/2026")]
    public void One_telling_value_settles_the_order_of_dates(DateOrder order, params string[] values)
    {
        var table = Table("Closed", values);
        Assert.Equal(ColumnType.Date, table.Columns[0].Type);
        Assert.Equal(order, table.Columns[0].Order);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void The_third_of_April_or_the_fourth_of_March_is_asked()
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
        var question = Assert.Single(Table("Closed", "03/04/2026", "05/06/2026").Questions);
        Assert.Contains("03/04/2026", question.Text);
        Assert.Equal(["3 April 2026", "5 June 2026"], question.Readings.Single(r => r.Order == DateOrder.DayFirst).Samples.Select(s => s.Means));
        Assert.Equal(["4 March 2026", "6 May 2026"], question.Readings.Single(r => r.Order == DateOrder.MonthFirst).Samples.Select(s => s.Means));
    }

    [Fact]
    public void Numbers_of_a_day_count_are_not_dates()
    {
        Assert.Equal(ColumnType.WholeNumber, Guess("42736", "42737", "42738").Type);
        Assert.Equal(ColumnType.WholeNumber, Guess("1996", "2005", "2016").Type);
        Assert.Equal(ColumnType.WholeNumber, Guess("10000000", "99999999", "20260403").Type);
    }

    [Fact]
    public void Currencies_are_counted_and_a_shared_sign_is_not_taken_for_one()
    {
        Assert.Equal(["EUR", "USD"], Guess("€5", "5 EUR", "USD 7").Currencies);
        var dollars = Guess("$5.00", "$7.50");
        Assert.Equal((ColumnType.Money, true, 0), (dollars.Type, dollars.SharedCurrencySign, dollars.Currencies.Count));
    }

    [Fact]
    public void The_exported_pipeline_is_understood()
    {
        var guess = TableGuess.Of(TableFile.Open(Path.Combine(Written.SharedData("maven_crm"), "sales_pipeline.csv")).Table!);
        Assert.Equal([ColumnType.Text, ColumnType.Choice, ColumnType.Choice, ColumnType.Text, ColumnType.Choice, ColumnType.Date, ColumnType.Date, ColumnType.WholeNumber], guess.Columns.Select(c => c.Type));
        Assert.Empty(guess.Questions);
    }

    private static TableGuess Of(string text) => TableGuess.Of(Written.Table(text));
    private static TableGuess Table(string header, params string[] values) => Of(header + "\tn\n" + string.Join("\n", values.Select(v => v + "\t1")));
    private static ColumnGuess Guess(params string[] values) => Table("Column", values).Columns[0];
}
