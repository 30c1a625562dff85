using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

/// <summary>Calls, meetings, notes and tasks of other systems.</summary>
public sealed class ActivityImportTests
{
    private const string Companies = "Record ID,Company name,Company owner\n9001,Nordwind,Ana Okafor\n";
    private const string Meetings = "Record ID,Meeting name,Meeting start time,Meeting end time,Meeting outcome,Activity assigned to,Associated Company IDs\n";

    [Theory, OnBoth]
    public async Task A_meeting_that_was_cancelled_or_to_which_nobody_came_is_kept_as_a_note_and_is_no_touch(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(("companies.csv", Companies), ("meetings.csv", Meetings
            + "1,Yard walk,2026-02-01 10:00,2026-02-01 11:00,Completed,Ana Okafor,9001\n2,Called off,2026-02-02 10:00,2026-02-02 11:00,Canceled,Ana Okafor,9001\n3,Nobody there,2026-02-03 10:00,2026-02-03 11:00,NO_SHOW,Ana Okafor,9001\n4,Another day,2026-02-04 10:00,2026-02-04 11:00,Rescheduled,Ana Okafor,9001\n")));
        Assert.Equal(["It did not take place (Canceled): it is kept as a note.", "It did not take place (NO_SHOW): it is kept as a note.", "It did not take place (Rescheduled): it is kept as a note."], result.Remarks.Select(r => r.Reason).Order());
        Assert.Equal([("Another day", "Note", "It did not take place: Rescheduled"), ("Called off", "Note", "It did not take place: Canceled"), ("Nobody there", "Note", "It did not take place: NO_SHOW"), ("Yard walk", "Meeting", null)], await TouchesAsync(leader));
    }

    [Theory, MemberData(nameof(NotHeld))]
    public async Task Other_systems_say_in_their_own_words_that_it_did_not_take_place(string file, string text)
    {
        var (leader, tenant) = await StartAsync(Engine.Sqlite);
        await tenant.ImportAsync(Generated.Folder(("companies.csv", Companies), (file, text)));
        Assert.Equal("Note", Assert.Single(await TouchesAsync(leader)).Kind);
    }

    public static TheoryData<string, string> NotHeld => new()
    {
        { "Meeting.csv", "ID,Name,Status,Date Start,Date End,Parent ID,Account ID,Assigned User\nm1,Called off,Not Held,2026-02-02 10:00:00,2026-02-02 11:00:00,,9001,Ana Okafor\n" },
        { "Call.csv", "ID,Name,Status,Direction,Date Start,Date End,Parent ID,Account ID,Assigned User\nc1,Called off,Not Held,Outbound,2026-02-02 10:00:00,2026-02-02 11:00:00,,9001,Ana Okafor\n" },
        { "Appointments.csv", "(Do Not Modify) Appointment,Subject,Start Time,End Time,Activity Status,Owner,Regarding\n{1},Called off,2026-02-02 10:00,2026-02-02 11:00,Canceled,Ana Okafor,Nordwind\n" },
    };

    [Theory, OnBoth]
    public async Task A_meeting_that_a_newer_export_calls_cancelled_is_none_any_more_and_off_the_list_and_back_when_that_is_taken_back(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await tenant.ImportAsync(Generated.Folder(("companies.csv", Companies), ("meetings.csv", Meetings + "1,Yard walk,2026-02-01 10:00,2026-02-01 11:00,Scheduled,Ana Okafor,9001\n2,Show it,2031-02-02 10:00,2031-02-02 11:00,Scheduled,Ana Okafor,9001\n")));
        var newer = Generated.File("meetings.csv", Meetings + "1,Yard walk,2026-02-01 10:00,2026-02-01 11:00,Canceled,Ana Okafor,9001\n2,Show it,2031-02-02 10:00,2031-02-02 11:00,Canceled,Ana Okafor,9001\n");
        var result = await tenant.ImportAsync(newer);
        Assert.All(await TouchesAsync(leader), t => Assert.Equal("Note", t.Kind));
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(await RowsAsync(leader, "tasks")).GetProperty("doneAt").ValueKind);
        Assert.Equal((0, 0), (await tenant.ImportAsync(newer)) is var again ? (again.Created, again.Changed) : default);
        await tenant.WithRunner(r => r.UndoAsync(result.RunId, null, default));
        Assert.Equal(("Yard walk", "Meeting", null), Assert.Single(await TouchesAsync(leader)));
    }

    [Theory, OnBoth]
    public async Task A_task_or_ticket_that_a_newer_export_calls_open_is_open_again_and_an_empty_cell_alone_clears_nothing(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        await TakeAsync("COMPLETED,2026-02-01 09:00", "2026-02-03,Closed");
        Assert.Equal((false, false), await AreOpenAsync());
        await TakeAsync(",", ",");
        Assert.Equal((false, false), await AreOpenAsync());
        await TakeAsync("IN_PROGRESS,", ",Waiting on us");
        Assert.Equal((true, true), await AreOpenAsync());

        Task TakeAsync(string task, string ticket) => tenant.ImportAsync(Generated.Folder(("companies.csv", Companies),
            ("tasks.csv", $"Record ID,Task Title,Task Status,Completed at,Due date,Activity assigned to,Associated Company IDs\n701,Send the offer,{task},2026-01-20 08:00,Ana Okafor,9001\n"),
            ("tickets.csv", $"Ticket ID,Ticket name,Ticket owner,Create date,Close date,Ticket status,Associated Company IDs\n801,Crane stands still,Ana Okafor,2026-02-01,{ticket},9001\n")));

        async Task<(bool, bool)> AreOpenAsync() => (Assert.Single(await RowsAsync(leader, "tasks")).GetProperty("doneAt").ValueKind is JsonValueKind.Null, Assert.Single(await RowsAsync(leader, "service-cases")).GetProperty("solvedOn").ValueKind is JsonValueKind.Null);
    }

    [Theory, OnBoth]
    public async Task Activities_and_tasks_without_a_key_are_there_once_however_often_the_same_file_comes(Engine engine)
    {
        var (leader, tenant) = await StartAsync(engine);
        // Two that are alike stand for two.
        var folder = Generated.Folder(("companies.csv", Companies),
            ("calls.csv", "Date,Type,Subject,Notes,Company name\n2026-02-01 10:00,Call,About the yard,They wait,Nordwind\n2026-02-01 10:00,Call,About the yard,They wait,Nordwind\n2026-02-02,Note,,They moved,Nordwind\n2026-02-02,Note,,And moved again,Nordwind\n2031-02-02 10:00,Meeting,Show it,,Nordwind\n"),
            ("tasks.csv", "Task,Due date,Status,Company name,Description\nSend the offer,2026-03-01,Open,Nordwind,With the cranes\n"));
        var first = await tenant.ImportAsync(folder);
        var before = (await TouchesAsync(leader), await TasksAsync());
        Assert.Equal((5, 2), (before.Item1.Count, before.Item2.Count));
        foreach (var dry in (bool[])[true, false])
        {
            var again = await tenant.ImportAsync(folder, Coxswain.Customers.ImportOptions.Yes with { DryRun = dry });
            Assert.Equal((0, 0), (again.Created, again.Changed));
            Assert.Equal(6, again.Remarks.Where(r => r.Reason.Contains("It is already here.", StringComparison.Ordinal)).Sum(r => r.Rows));
        }
        Assert.Equal(before.Item1, await TouchesAsync(leader));
        Assert.Equal(before.Item2, await TasksAsync());

        async Task<List<string?>> TasksAsync() => [.. (await RowsAsync(leader, "tasks")).Select(t => Text(t, "title")).Order()];
    }

    [Fact]
    public async Task Notes_that_say_of_nobody_whom_they_are_about_are_left_out_and_the_end_of_the_import_says_so()
    {
        var (leader, tenant) = await StartAsync(Engine.Sqlite);
        var result = await tenant.ImportAsync(Generated.Folder(("companies.csv", Companies), ("notes.csv", "Id,Title,Body,Creation date\n20202020-9,Visit,They moved,2026-01-05T09:30:00.000Z\n")));
        var page = await leader.Browser.PageAsync($"/import/{result.RunId}");
        Assert.Contains("notes.csv was left out", page, StringComparison.Ordinal);
        Assert.Contains("Nothing in it says whom its rows are about", page, StringComparison.Ordinal);
    }

    private static async Task<(TestViewer Leader, TestTenant Tenant)> StartAsync(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        return (await tenant.PersonAsync(Role.Admin, "Lena Vogt"), tenant);
    }

    private static async Task<IReadOnlyList<(string? Subject, string? Kind, string? Text)>> TouchesAsync(TestViewer viewer) => [.. (await RowsAsync(viewer, "interactions")).Select(t => (Text(t, "subject"), Text(t, "kind"), Text(t, "text"))).Order()];

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(TestViewer viewer, string kinds) => [.. (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/{kinds}")).GetProperty("rows").EnumerateArray()];

    private static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
