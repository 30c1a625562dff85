using Coxswain.Customers.Capture.Mail;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Capture;

public sealed class QuotedDateTests
{
    private static readonly DateTime Forwarded = new(2026, 7, 22, 8, 15, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("Tue, Jul 21, 2026 at 9:00 AM")]
    [InlineData("Tuesday, July 21, 2026 9:00:00 AM")]
    [InlineData("Tue, 21 Jul 2026 09:00:00 +0200")]
    [InlineData("July 21, 2026 at 12:00:00 AM PDT")]
    [InlineData("21 July 2026 at 08:00:30 BST", 30)]
    [InlineData("7/21/2026 9:00 AM", 0, true)]
    [InlineData("2026-07-21 09:00")]
    [InlineData("Dienstag, 21. Juli 2026 09:00")]
    [InlineData("Di., 21. Juli 2026 um 09:00 Uhr")]
    [InlineData("21.07.2026 09:00 (GMT+02:00)")]
    [InlineData("mardi 21 juillet 2026 09:00")]
    [InlineData("mar. 21 juil. 2026 à 09 h 00")]
    [InlineData("21/07/2026 09:00")]
    [InlineData("martes, 21 de julio de 2026 9:00")]
    [InlineData("mar, 21 jul 2026 a las 9:00 a. m.")]
    [InlineData("terça-feira, 21 de julho de 2026 09:00")]
    [InlineData("martedì 21 luglio 2026 09:00")]
    [InlineData("mar 21 lug 2026 alle ore 09:00")]
    [InlineData("dinsdag 21 juli 2026 09:00")]
    [InlineData("21-07-2026 09:00")]
    [InlineData("tirs. den 21. juli 2026 kl. 09.00")]
    public void A_date_is_read_as_mail_programs_write_it(string said, int seconds = 0, bool inEnglish = false) =>
        Assert.Equal(new DateTime(2026, 7, 21, 7, 0, seconds, DateTimeKind.Utc), QuotedDate.Of(said, inEnglish, Forwarded, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData("04/07/2026 9:00 AM")]
    [InlineData("yesterday at 9:00")]
    [InlineData("Tue, Jul 21, 2026")]
    [InlineData("Tue, Jul 32, 2026 at 9:00 AM")]
    [InlineData("Tue, Jul 21, 2026 at 25:00")]
    [InlineData("Fri, Aug 21, 2026 at 9:00 AM")]
    [InlineData("")]
    public void What_can_be_read_in_two_ways_or_cannot_be_is_not_read(string said) => Assert.Null(QuotedDate.Of(said, inEnglish: true, Forwarded, TimeZoneInfo.Utc));

    [Fact]
    public void Of_two_ways_to_read_it_the_one_before_it_was_forwarded_is_meant() =>
        Assert.Equal(new DateTime(2026, 7, 9, 9, 0, 0, DateTimeKind.Utc), QuotedDate.Of("07/09/2026 09:00", inEnglish: true, Forwarded, TimeZoneInfo.Utc));
}
