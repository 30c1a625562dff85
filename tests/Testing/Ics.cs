namespace Coxswain.Testing;

/// <summary>Writes calendars.</summary>
public static class Ics
{
    public static string Of(params string[] events) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    public static string Event(string uid, string start, string end, string summary, string guest = "mia@nordwind.example", params string[] more) =>
        $"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260701T000000Z\r\nDTSTART{start}\r\nDTEND{end}\r\nSUMMARY:{summary}\r\nORGANIZER:mailto:ana@halma.example\r\nATTENDEE;CN=Guest:mailto:{guest}\r\n{string.Concat(more.Select(m => m + "\r\n"))}END:VEVENT\r\n";
}
