using System.Net;
using Coxswain.Funnel.Disagreement;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Disagreement;

/// <summary>A long-running disagreement that somebody works on by small steps.</summary>
public sealed class WorksheetTests
{
    [Theory, OnBoth]
    public async Task It_is_written_down_with_whom_since_when_and_how_often_and_the_smallest_gesture_comes_first(Engine engine)
    {
        var at = await Odds.OnAsync(engine, ("Since", "2024-05-01"), ("TimesAWeek", "24"), ("MyNeed", "To hear it first"), ("IsStructural", "false"), ("IsAbility", "false"), ("IsBadFaith", "false"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["<h2 id=\"q-next\">Small talk</h2>", "Begin with the smallest: it risks least.", Odds.Issue, "Sia Malik", "going on for 2 years", "24 times a week", "To hear it first"]) Assert.Contains(said, page);
        Assert.Contains("One disagreement waits for your next small step.", await at.Ana.PlainBrowser.TextAsync("/disagreements"));
    }

    [Theory, OnBoth]
    public async Task A_gesture_asks_what_came_back_and_the_answer_says_which_comes_next_and_why(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.MadeAsync("small-talk", null, "2026-07-20");
        Assert.Contains("Wait for what comes back, and note it before the next one.", await at.Ana.PlainBrowser.TextAsync(at.Url));
        var made = (await at.ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString();
        await at.PostAsync($"gestures/{made}/responses", ("Response", "Toward"), ("RespondedOn", "2026-07-21"), ("Note", Odds.Answer));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["<h2 id=\"q-next\">Coffee, to talk about it</h2>", "They came toward you: one step larger.", Odds.Gesture, Odds.Answer, "1 of 1; from five on a range is given", "1, mean size 1.0"]) Assert.Contains(said, page);
        // Said again, it replaces what was noted.
        await at.PostAsync($"gestures/{made}/responses", ("Response", "Against"), ("RespondedOn", "2026-07-21"));
        Assert.Contains("They hit back: a smaller one, after a pause of two weeks.", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task From_five_answers_on_the_share_toward_has_its_range_and_months_have_their_mean_size(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        foreach (var (rung, response, on) in new[] { ("small-talk", "Away", "2026-04-02"), ("small-talk", "Toward", "2026-04-12"), ("coffee", "Toward", "2026-06-03"), ("view", "Against", "2026-06-09"), ("theirs", "Toward", "2026-06-10") }) await at.MadeAsync(rung, response, on);
        var read = await at.ReadAsync();
        Assert.Equal((5, 3, 0.6), (read.GetProperty("answered").GetInt32(), read.GetProperty("toward").GetInt32(), read.GetProperty("towardShare").GetProperty("value").GetDouble()));
        var months = read.GetProperty("months").EnumerateArray().Select(m => (m.GetProperty("month").GetString(), m.GetProperty("count").GetInt32())).Take(3).ToList();
        Assert.Equal([("2026-04-01", 2), ("2026-05-01", 0), ("2026-06-01", 3)], months);
        Assert.Equal(4, read.GetProperty("months")[2].GetProperty("meanSize").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, read.GetProperty("months")[1].GetProperty("meanSize").ValueKind);
        Assert.Contains("They came toward you 3 of 5 (", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task Where_a_rule_an_ability_or_bad_faith_is_behind_it_gestures_are_not_offered_and_it_says_where_to_go(Engine engine)
    {
        foreach (var (flag, said) in new[] { ("IsStructural", "Bring it to a leader"), ("IsAbility", "look who helps with it"), ("IsBadFaith", "Go to whom you answer to") })
        {
            var at = await Odds.OnAsync(engine, (flag, "true"));
            var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
            Assert.Contains("Gestures do not solve this one.", page);
            Assert.Contains(said, page);
            Assert.DoesNotContain("The next small step", page);
            Assert.DoesNotContain("From small to large", page);
            Assert.Contains("Gestures do not solve this one: see where to go instead.", await at.RefusedAsync("gestures", ("Rung", "coffee"), ("On", "2026-07-01")));
        }
        // Unknown is no yes, and no no.
        var open = await Odds.OnAsync(engine);
        Assert.Contains("not all of it is known: find out", await open.Ana.PlainBrowser.TextAsync(open.Url));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_said_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        foreach (var (said, fields) in new (string, (string, string)[])[]
        {
            ("What is it about?", [("Issue", " "), ("Name", "Reto")]), ("With whom? A colleague, a department, or a name.", [("Issue", "Prices")]), ("One of the three: a colleague, a department, or a name.", [("Issue", "Prices"), ("Name", "Reto"), ("PersonId", $"{at.Sia.Id}")]),
            ("That would be with yourself.", [("Issue", "Prices"), ("PersonId", $"{at.Ana.Id}")]), ("This day is still to come.", [("Issue", "Prices"), ("Name", "Reto"), ("Since", "2031-01-01")]),
        })
        {
            var answer = await at.Ana.PlainBrowser.PostFormAsync("/disagreements", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        var again = await at.RefusedAsync("gestures", ("Rung", ""), ("Text", "Ein Gruß"), ("On", "2026-07-01"));
        Assert.Contains("Which gesture was it?", again);
        Assert.Contains("Ein Gruß", again);
        Assert.Contains("This day is still to come.", await at.RefusedAsync("gestures", ("Rung", "coffee"), ("On", "2031-01-01")));
        await at.MadeAsync("coffee", null, "2026-07-10");
        var made = (await at.ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString();
        Assert.Contains("That is before the gesture.", await at.RefusedAsync($"gestures/{made}/responses", ("Response", "Toward"), ("RespondedOn", "2026-07-09")));
        Assert.Contains("How did they meet it?", await at.RefusedAsync($"gestures/{made}/responses", ("RespondedOn", "2026-07-11")));
        Assert.Contains("How large is it, from 1 to 5?", await at.RefusedAsync("rungs", ("Gesture", "A walk"), ("Size", "6")));
    }

    [Theory, OnBoth]
    public async Task A_closed_case_takes_no_gesture_until_it_is_taken_up_again(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.MadeAsync("coffee", null);
        await at.PostAsync("closings", ("Ending", "We load in turns"));
        Assert.Contains("We load in turns", await at.Ana.PlainBrowser.TextAsync(at.Url));
        foreach (var act in (string[])["gestures", $"gestures/{(await at.ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString()}/responses", "rungs", "closings"])
            Assert.Contains("This case is closed: take it up again first.", await at.RefusedAsync(act, ("Rung", "coffee"), ("On", "2026-07-02"), ("Response", "Toward"), ("RespondedOn", "2026-07-02")));
        await at.PostAsync("reopenings");
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("gestures", ("Rung", "coffee"), ("On", "2026-07-02"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Gestures_of_ones_own_stand_on_the_ladder_and_one_noted_by_mistake_is_taken_off(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.PostAsync("rungs", ("Gesture", "Ein Gang um den Hof"), ("Size", "2"));
        await at.MadeAsync("small-talk", "Toward", "2026-07-20");
        Assert.Contains("<h2 id=\"q-next\">Ein Gang um den Hof</h2>", await at.Ana.PlainBrowser.TextAsync(at.Url));
        var own = (await at.ReadAsync()).GetProperty("ladder").EnumerateArray().Single(r => r.GetProperty("isOwn").GetBoolean()).GetProperty("key").GetString();
        await at.MadeAsync(own!, "Toward", "2026-07-21");
        await at.PostAsync($"rungs/{own}/removals");
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("<h2 id=\"q-next\">Coffee, to talk about it</h2>", page);
        Assert.Contains("Ein Gang um den Hof", page);
        await at.PostAsync($"gestures/{(await at.ReadAsync()).GetProperty("gestures")[0].GetProperty("id").GetString()}/removals");
        Assert.DoesNotContain("Ein Gang um den Hof", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task Taken_away_it_comes_back_by_its_author_alone(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        await at.PostAsync("removals");
        Assert.Equal(HttpStatusCode.NotFound, (await at.Ana.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Sia.PlainBrowser.PostFormAsync($"{at.Url}/restorations")).StatusCode);
        await at.PostAsync("restorations");
        Assert.Contains(Odds.Issue, await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task Whom_it_is_with_is_called_as_they_are_called_now_and_said_to_have_left(Engine engine)
    {
        var at = await Odds.OnAsync(engine);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        await admin.PlainBrowser.PostFormAsync($"/people/{at.Sia.Id}/departures", ("HeirId", $"{at.Ana.Id}"));
        Assert.Contains("Sia Malik works here no longer. Close the case, or take it away.", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }
}
