using Coxswain.Platform.Ui;
using Coxswain.Testing;
namespace Coxswain.Platform.Tests.Ui;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("en-GB", 18_400_000L, "EUR", "€ 184,000")]
    [InlineData("de", 18_400_000L, "EUR", "184.000 €")]
    [InlineData("de", 18_450L, "USD", "184,50 $")]
    [InlineData("fr", 1_200_050L, "EUR", "12 000,50 €")]
    [InlineData("nl", 18_400_000L, "EUR", "€ 184.000")]
    [InlineData("de", 5_000L, "JPY", "5.000 ¥")]
    public void An_amount_is_written_as_in_the_readers_language(string language, long minor, string currency, string written)
    {
        using var _ = new InCulture(language);
        Assert.Equal(written, MoneyText.Of(minor, currency).Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }
}
