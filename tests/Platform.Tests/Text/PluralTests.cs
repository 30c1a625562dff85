using Coxswain.Platform.Text;
namespace Coxswain.Platform.Tests.Text;

public sealed class PluralTests
{
    private static readonly long[] Counts = [0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 21, 22, 25, 100, 101, 103, 111, 112, 1_000_000, 1_000_001];

    /// <summary>Expected forms: Intl.PluralRules of ICU with CLDR 48.</summary>
    [Theory]
    [InlineData("en", "other one other other other other other other other other other other other other other other other other other other")]
    [InlineData("de", "other one other other other other other other other other other other other other other other other other other other")]
    [InlineData("fr", "one one other other other other other other other other other other other other other other other other many other")]
    [InlineData("pl", "many one few few few many many many many many many few many many many few many many many many")]
    [InlineData("ar", "zero one two few few few few many many many many many many other other few many many other other")]
    [InlineData("ru", "many one few few few many many many many many one few many many one few many many many one")]
    [InlineData("uk", "many one few few few many many many many many one few many many one few many many many one")]
    [InlineData("cs", "other one few few few other other other other other other other other other other other other other other other")]
    [InlineData("pt", "one one other other other other other other other other other other other other other other other other many other")]
    [InlineData("es", "other one other other other other other other other other other other other other other other other other many other")]
    [InlineData("it", "other one other other other other other other other other other other other other other other other other many other")]
    [InlineData("ja", "other other other other other other other other other other other other other other other other other other other other")]
    public void A_count_takes_the_form_the_language_asks_for(string language, string expected) =>
        Assert.Equal(expected, string.Join(' ', Counts.Select(c => Plural.Of(language, c).ToString().ToLowerInvariant())));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void One_less_than_nothing_is_still_one(long count) => Assert.Equal(PluralForm.One, Plural.Of("en", count));

    [Fact]
    public void The_least_number_there_is_has_a_form() => Assert.Equal(PluralForm.Many, Plural.Of("pl", long.MinValue));
}
