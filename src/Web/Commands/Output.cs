using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
namespace Coxswain.Web.Commands;

/// <summary>What a command prints: data to standard output, everything else to standard error.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IAnsiConsole Aside { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Data(object data) => Console.Out.WriteLine(JsonSerializer.Serialize(data, data.GetType(), Json));

    public static void Line(string text = "") => Console.Out.WriteLine(text);

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
        AnsiConsole.Write(table);
    }

    /// <summary>The one line of a failure.</summary>
    public static void Fail(string message) => Aside.MarkupLineInterpolated($"[red]cox:[/] {message}");
}
