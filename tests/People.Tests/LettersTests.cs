namespace Coxswain.People.Tests;

/// <summary>The letters that stand for people: stable, distinct, and silent about who came when.</summary>
public sealed class LettersTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Fact]
    public void The_order_of_letters_is_not_the_order_of_hiring()
    {
        var people = People(12);
        var orders = Enumerable.Range(0, 50).Select(i => Letters.Of(people, [(byte)i, .. Key])).Select(l => people.OrderBy(id => l[id], StringComparer.Ordinal).ToList()).ToList();
        Assert.DoesNotContain(orders, o => o.SequenceEqual(people));
        // The first hired is first by letter about one time in twelve, as anybody is.
        Assert.InRange(orders.Count(o => o[0] == people[0]), 0, 15);
    }

    [Fact]
    public void Everyone_has_a_letter_of_their_own_and_keeps_it_when_others_come()
    {
        var people = People(19);
        var before = Letters.Of(people.Take(10).ToList(), Key);
        var after = Letters.Of(people, Key);
        Assert.Equal(19, after.Values.Distinct().Count());
        Assert.All(people.Take(10), id => Assert.Equal(before[id], after[id]));
        Assert.All(after.Values, letter => Assert.Matches("^[A-Z]$", letter));
    }

    [Fact]
    public void A_large_organisation_has_letters_of_two()
    {
        var letters = Letters.Of(People(300), Key);
        Assert.Equal(300, letters.Values.Distinct().Count());
        Assert.All(letters.Values, letter => Assert.Matches("^[A-Z]{2}$", letter));
    }

    [Fact]
    public void Another_organisation_draws_other_letters()
    {
        var people = People(10);
        Assert.NotEqual(Letters.Of(people, Key).OrderBy(l => l.Key), Letters.Of(people, [.. Key.Reverse()]).OrderBy(l => l.Key));
    }

    private static List<Guid> People(int count) => [.. Enumerable.Range(0, count).Select(i => Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i)))];
}
