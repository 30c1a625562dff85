using Coxswain.Platform.Ui;
using Coxswain.Testing;
namespace Coxswain.Platform.Tests.Ui;

public sealed class DayTextTests
{
    private static readonly DateOnly Day = new(2026, 11, 5);

    [Theory]
    [InlineData("en", "5 Nov", "5 Nov 2026", "Thursday, 5 November")]
    [InlineData("en-US", "Nov 5", "Nov 5, 2026", "Thursday, November 5")]
    [InlineData("de", "5. Nov.", "5. Nov. 2026", "Donnerstag, 5. November")]
    [InlineData("fr", "5 nov.", "5 nov. 2026", "jeudi, 5 novembre")]
    [InlineData("es", "5 de nov", "5 de nov de 2026", "jueves, 5 de noviembre")]
    [InlineData("ja", "11月5日", "2026年11月5日", "木曜日, 11月5日")]
    public void A_day_is_written_as_in_the_readers_language(string language, string brief, string whole, string spoken)
    {
        using var _ = new InCulture(language);
        Assert.Equal((brief, whole, spoken), (DayText.Short(Day, Day), DayText.Whole(Day), DayText.Long(Day)));
    }
}
