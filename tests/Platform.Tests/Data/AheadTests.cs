using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tests.Data;

public sealed class AheadTests
{
    [Fact]
    public async Task Things_come_in_their_order_however_many_wait()
    {
        var taken = new List<int>();
        await foreach (var thing in Ahead.Of(Enumerable.Range(1, 500), 3, default)) taken.Add(thing);
        Assert.Equal(Enumerable.Range(1, 500), taken);
    }

    [Fact]
    public async Task The_next_is_worked_out_while_one_is_dealt_with()
    {
        var second = new TaskCompletionSource();
        await foreach (var thing in Ahead.Of(Things(), 1, default))
            if (thing == 1) await second.Task.WaitAsync(TimeSpan.FromSeconds(30));

        IEnumerable<int> Things()
        {
            yield return 1;
            second.SetResult();
            yield return 2;
        }
    }

    [Fact]
    public async Task What_cannot_be_worked_out_is_told_behind_what_came_before_it()
    {
        var taken = new List<int>();
        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var thing in Ahead.Of(Things(), 5, default)) taken.Add(thing);
        });
        Assert.Equal("the third", fault.Message);
        Assert.Equal([1, 2], taken);

        static IEnumerable<int> Things()
        {
            yield return 1;
            yield return 2;
            throw new InvalidDataException("the third");
        }
    }

    [Fact]
    public async Task Whoever_turns_away_leaves_nothing_at_work()
    {
        var isClosed = false;
        await foreach (var _ in Ahead.Of(Things(), 2, default)) break;
        Assert.True(isClosed);

        IEnumerable<int> Things()
        {
            try
            {
                for (var i = 0; ; i++) yield return i;
            }
            finally { isClosed = true; }
        }
    }
}
