using Coxswain.Funnel.Disagreement;
namespace Coxswain.Funnel.Tests.Disagreement;

/// <summary>Which gesture comes next, and why.</summary>
public sealed class LadderTests
{
    private static readonly DateOnly Today = new(2026, 7, 24);

    private static SheetWords Of(params (string Rung, int Size, Response? Response, int DaysAgo)[] made) => new()
    {
        Issue = "Who loads first", OpenedOn = Today, Gestures = [.. made.Select(g => new Gesture { Id = Guid.NewGuid(), Rung = g.Rung, Size = g.Size, On = Today.AddDays(-g.DaysAgo), Response = g.Response, RespondedOn = g.Response is null ? null : Today.AddDays(-g.DaysAgo) })],
    };

    private static (string? Rung, DateOnly? NotBefore) Next(SheetWords words) => Ladder.Next(words, Today) is var next ? (next.Rung?.Key, next.NotBefore) : default;

    [Fact]
    public void The_smallest_comes_first() => Assert.Equal((Ladder.SmallTalk, null), Next(Of()));

    [Fact]
    public void After_a_step_toward_us_one_larger_and_on_the_largest_the_same_again()
    {
        Assert.Equal((Ladder.Coffee, null), Next(Of((Ladder.SmallTalk, 1, Response.Toward, 3))));
        Assert.Equal((Ladder.View, null), Next(Of((Ladder.Coffee, 3, Response.Toward, 3))));
        Assert.Equal((Ladder.View, null), Next(Of((Ladder.View, 5, Response.Toward, 3))));
        Assert.Equal((Ladder.View, null), Next(Of((Ladder.Theirs, 4, Response.Toward, 3))));
    }

    [Fact]
    public void A_gesture_of_ones_own_is_a_rung_between()
    {
        var own = new OwnRung(Guid.NewGuid(), "A walk", 2);
        Assert.Equal((own.Id.ToString(), null), Next(Of((Ladder.SmallTalk, 1, Response.Toward, 3)) with { Rungs = [own] }));
        // Taken off the ladder since, what was made of it still counts as large as it was.
        Assert.Equal((Ladder.Coffee, null), Next(Of((own.Id.ToString(), 2, Response.Toward, 3))));
    }

    [Fact]
    public void Where_they_let_it_pass_the_same_comes_a_week_later_and_after_a_second_time_a_smaller_one()
    {
        Assert.Equal((Ladder.Coffee, Today.AddDays(4)), Next(Of((Ladder.SmallTalk, 1, Response.Toward, 20), (Ladder.Coffee, 3, Response.Away, 3))));
        Assert.Equal((Ladder.Coffee, null), Next(Of((Ladder.Coffee, 3, Response.Away, 7))));
        Assert.Equal((Ladder.SmallTalk, Today.AddDays(6)), Next(Of((Ladder.Coffee, 3, Response.Away, 12), (Ladder.Coffee, 3, Response.Away, 1))));
        Assert.Equal((Ladder.SmallTalk, Today.AddDays(7)), Next(Of((Ladder.SmallTalk, 1, Response.Away, 0))));
    }

    [Fact]
    public void Where_they_hit_back_a_smaller_one_comes_after_a_pause_of_two_weeks()
    {
        Assert.Equal((Ladder.SmallTalk, Today.AddDays(11)), Next(Of((Ladder.Coffee, 3, Response.Against, 3))));
        Assert.Equal((Ladder.SmallTalk, Today.AddDays(14)), Next(Of((Ladder.SmallTalk, 1, Response.Against, 0))));
        Assert.Equal((Ladder.SmallTalk, null), Next(Of((Ladder.Coffee, 3, Response.Against, 14))));
    }

    [Fact]
    public void A_no_to_our_view_asks_for_theirs_at_once()
    {
        foreach (var no in (Response[])[Response.Away, Response.Against]) Assert.Equal((Ladder.Theirs, null), Next(Of((Ladder.View, 5, no, 0))));
        Assert.Equal((Ladder.Coffee, Today.AddDays(14)), Next(Of((Ladder.View, 5, Response.Away, 1), (Ladder.Theirs, 4, Response.Against, 0))));
    }

    [Fact]
    public void What_nothing_came_back_to_is_waited_for_and_after_two_weeks_that_is_an_answer()
    {
        Assert.Equal((null, null), Next(Of((Ladder.Coffee, 3, null, 13))));
        Assert.NotEqual(Ladder.Next(Of((Ladder.Coffee, 3, null, 13)), Today).Reason, Ladder.Next(Of((Ladder.Coffee, 3, null, 14)), Today).Reason);
    }

    [Fact]
    public void The_latest_by_its_day_counts_whatever_was_noted_last() => Assert.Equal((Ladder.Coffee, null), Next(Of((Ladder.SmallTalk, 1, Response.Toward, 1), (Ladder.View, 5, Response.Against, 90))));
}
