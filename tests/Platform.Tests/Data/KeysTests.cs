using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tests.Data;

public sealed class KeysTests
{
    [Fact]
    public void A_key_is_of_version_7_and_says_when_it_was_made()
    {
        // RFC 9562, A.6: 22 February 2022, 14:22:22 -05:00.
        var at = new DateTime(2022, 2, 22, 19, 22, 22, DateTimeKind.Utc);
        var key = Keys.Of(at, Convert.FromHexString("000000000000000018C4184398C0C07C"));
        Assert.Equal("017f22e2-79b0-7000-98c4-184398c0c07c", key.ToString());
    }

    [Fact]
    public void Keys_of_one_millisecond_stand_in_the_order_of_their_making_and_no_two_are_alike()
    {
        var at = new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc);
        var keys = Enumerable.Range(0, 1_000).Select(i => Keys.Of(at.AddTicks(i * 10), new byte[16])).ToList();
        Assert.Equal(keys.Select(k => k.ToString()).Order(StringComparer.Ordinal), keys.Select(k => k.ToString()));
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => Keys.Next()).Distinct().Count());
    }
}
