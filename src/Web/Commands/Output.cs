using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
namespace Coxswain.Web.Commands;

/// <summary>What a command prints: data to standard output, everything else to standard error.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly AsyncLocal<(TextWriter Out, TextWriter Error)?> Elsewhere = new();

    private static TextWriter Out => Elsewhere.Value?.Out ?? Console.Out;

    /// <summary>Where progress and failures go.</summary>
    public static IAnsiConsole Aside() => On(Elsewhere.Value?.Error ?? Console.Error);

    /// <summary>Where tables and help go.</summary>
    public static IAnsiConsole Screen() => On(Out);

    /// <summary>From here on, in this flow of work, to these instead of the console.</summary>
    public static void GoesTo(TextWriter data, TextWriter aside) => Elsewhere.Value = (data, aside);

    public static void Data(object data) => Out.WriteLine(Written(data));

    /// <summary>Data as it is printed, for a file.</summary>
    public static string Written(object data) => JsonSerializer.Serialize(data, data.GetType(), Json);

    public static void Line(string text = "") => Out.WriteLine(text);

    /// <summary>Something to know that is no data.</summary>
    public static void Note(string text) => (Elsewhere.Value?.Error ?? Console.Error).WriteLine(text);

    /// <summary>A table of texts; numbers to the right.</summary>
    public static void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, IReadOnlySet<int>? right = null)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < heads.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(heads[i]));
            table.AddColumn(right?.Contains(i) is true ? column.RightAligned() : column);
        }
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        Screen().Write(table);
    }

    /// <summary>Shows how far long work has come, while it runs.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="work">The work; it tells how many of how many are done, and what it is at.</param>
    public static Task<T> WatchedAsync<T>(string what, Func<Action<long, long, string?>, Task<T>> work) => Aside().Progress().StartAsync(async view =>
    {
        var task = view.AddTask(Markup.Escape(what));
        return await work((done, total, at) =>
        {
            if (at is not null) task.Description = Markup.Escape(at);
            (task.MaxValue, task.Value) = (Math.Max(1, total), done);
        });
    });

    /// <summary>The one line of a failure; never folded, so that a program finds it whole.</summary>
    public static void Fail(string message) => (Elsewhere.Value?.Error ?? Console.Error).WriteLine($"cox: {message}");

    private static IAnsiConsole On(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
