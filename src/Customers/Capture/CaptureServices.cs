using Coxswain.Customers.Capture.Calendars;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Capture;

/// <summary>What capturing needs around it.</summary>
internal static class CaptureServices
{
    public static void AddCapture(this IServiceCollection services)
    {
        services.AddScoped<IJobHandler, FetchFeed>();
        services.AddSingleton<IClockwork, FetchClock>();
        services.AddSingleton<IUpkeep, CaptureUpkeep>();
        services.AddSingleton<Platform.Erasing.IErase, CaptureErasing>();
        services.AddSingleton<Platform.Access.ITakeOver, CaptureLeaving>();
        services.AddSingleton<IFeedReader, CalendarAddress>().AddSingleton<IFeedReader, CalendarServer>();
        services.AddSingleton<IFeedReader, Mail.Mailbox>().AddSingleton<Mail.MailFiler>();
    }
}
