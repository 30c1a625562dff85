using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Shared;

/// <summary>A next step of ours that is taken into the shared plan is the same thing there.</summary>
public sealed class SharedTaskTests
{
    [Theory, OnBoth]
    public async Task A_next_step_in_the_plan_stays_one_thing_that_is_done_on_either_side(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var today = DateOnly.FromDateTime(at.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
        var task = new Todo { Title = "Show the second yard", OwnerId = at.Ana.Id, AboutKind = Kinds.Opportunity, AboutId = at.Deal.Id, DueOn = today.AddDays(-1) };
        await at.Ana.Tenant.SaveAsync(task);
        var step = await at.StepAsync("Show the second yard", "Ours", ("DueOn", $"{today.AddDays(-1):yyyy-MM-dd}"), ("Task", $"{task.Id}"));
        // On Today it stands once, among the tasks.
        var home = await at.Ana.PlainBrowser.TextAsync("/today");
        Assert.Contains("Show the second yard", home);
        Assert.DoesNotContain("Agreed with customers, and due", home);
        await at.PostAsync($"/today/done/{task.Id}");
        Assert.Contains("Not done after all: Show the second yard", await at.PageAsync());
        Assert.Contains("done", (await at.Customer().TextAsync(await at.LinkAsync())).Split("Show the second yard")[1][..60], StringComparison.OrdinalIgnoreCase);
        await at.PostAsync($"/shared-steps/{step}", ("Done", "false"));
        Assert.Null(await at.Ana.InDb(db => db.TasksAbout(Kinds.Opportunity).Where(t => t.Id == task.Id).Select(t => t.DoneAt).SingleAsync()));
        await at.PostAsync($"/shared-steps/{step}", ("Done", "true"));
        Assert.DoesNotContain("Show the second yard", await at.Ana.PlainBrowser.TextAsync("/today"));
        // Pressed again it changes nothing, and nothing of it is undone.
        var again = await at.PostAsync($"/shared-steps/{step}", ("Done", "true"));
        Assert.Null(again.Notice().Undo);
        // Done it stays done when the task is taken away; open, the step then is done by itself.
        await at.PostAsync($"/tasks/{task.Id}/removals");
        Assert.Contains("Not done after all: Show the second yard", await at.PageAsync());
        await at.PostAsync($"/tasks/{task.Id}/restorations");
        await at.PostAsync($"/tasks/{task.Id}/reopenings");
        await at.PostAsync($"/tasks/{task.Id}/removals");
        await at.PostAsync($"/shared-steps/{step}", ("Done", "false"));
        Assert.Contains("Done: Show the second yard", await at.PageAsync());
        Assert.Contains("Agreed with customers, and due", await at.Ana.PlainBrowser.TextAsync("/today"));
        Assert.Equal(422, (int)(await at.Ana.Browser.PostFormAsync($"{at.Deals}/shared-steps", ("Title", "Call"), ("Side", "Ours"), ("Task", $"{Guid.NewGuid()}"))).StatusCode);
        Assert.Equal(422, (int)(await at.Ana.Browser.PostFormAsync($"{at.Deals}/shared-steps", ("Title", "Call"), ("Side", "Theirs"), ("Task", $"{task.Id}"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_next_step_of_somebody_else_is_done_by_them(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Adeyemi");
        var task = new Todo { Title = "Draw the yard", OwnerId = ben.Id, AboutKind = Kinds.Opportunity, AboutId = at.Deal.Id, DueOn = Today(at).AddDays(-1) };
        await at.Ana.Tenant.SaveAsync(task);
        var step = await at.StepAsync("Draw the yard", "Ours", ("DueOn", $"{Today(at).AddDays(-1):yyyy-MM-dd}"), ("Task", $"{task.Id}"));
        // Whoever answers for the deal sees what is promised, whoever does it.
        Assert.Contains("Agreed with customers, and due", await at.Ana.PlainBrowser.TextAsync("/today"));
        var answer = await at.Ana.Browser.PostFormAsync($"/shared-steps/{step}", ("Done", "true"));
        Assert.Contains("whose it is says when it is done", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Null(await at.Ana.InDb(db => db.TasksAbout(Kinds.Opportunity).Where(t => t.Id == task.Id).Select(t => t.DoneAt).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task What_is_put_off_as_a_task_is_still_promised_for_its_day_and_what_becomes_theirs_is_no_task(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var task = new Todo { Title = "Draw the yard", OwnerId = at.Ana.Id, AboutKind = Kinds.Opportunity, AboutId = at.Deal.Id, DueOn = Today(at).AddDays(5) };
        await at.Ana.Tenant.SaveAsync(task);
        var step = await at.StepAsync("Draw the yard", "Ours", ("DueOn", $"{Today(at):yyyy-MM-dd}"), ("Task", $"{task.Id}"));
        Assert.Contains("Done: Draw the yard", await at.Ana.PlainBrowser.TextAsync("/today"));
        await at.PostAsync($"/shared-steps/{step}", ("Side", "Theirs"));
        Assert.Null(await at.Ana.InDb(db => db.SharedSteps.Where(s => s.Id == step).Select(s => s.TaskId).SingleAsync()));
        await at.PostAsync($"/shared-steps/{step}", ("Done", "true"));
        Assert.Null(await at.Ana.InDb(db => db.TasksAbout(Kinds.Opportunity).Where(t => t.Id == task.Id).Select(t => t.DoneAt).SingleAsync()));
        Assert.Contains("Not done after all: Draw the yard", await at.PageAsync());
    }

    private static DateOnly Today(SharedScene at) => DateOnly.FromDateTime(at.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
}
