using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>What meeting plans bring to the module: services and addresses.</summary>
internal static class MeetingRoutes
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services.AddSingleton<IErase, MeetingErasing>().AddSingleton<IPersonData, MeetingData>().AddSingleton<IPersonData, LeadMeetingData>()
        .AddSingleton<IExported>(new Exported<MeetingPlan>(Kinds.MeetingPlan, "meeting-plans", 83, () => T("Plans of meetings")))
        .AddSingleton<IExported>(new Exported<MeetingLine>(Kinds.MeetingLine, "lines-of-meeting-plans", 84, () => T("Lines of plans of meetings")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<MeetingPage>("/opportunities/{id:guid}/meetings", ShowMeeting.Do);
        edits.Show<FirstMeetingPage>("/accounts/{id:guid}/meetings/new", FirstMeeting.Form);
        edits.Act("/accounts/{id:guid}/meetings", FirstMeeting.OnPage, (MeetingSaved done) => done.Url).Redraws<FirstMeetingForm>(FirstMeeting.Form);
        edits.Act("/opportunities/{id:guid}/meetings", PlanMeeting.OnPage, (MeetingSaved done) => done.Url).Redraws<MeetingPage>(ShowMeeting.AgainNew);
        edits.Act("/meeting-plans/{id:guid}", PlanMeeting.ChangeOnPage, (MeetingSaved done) => done.Url).Redraws<MeetingPage>(ShowMeeting.AgainEditing);
        edits.Act("/meeting-plans/{id:guid}/sendings", PlanMeeting.SentOnPage, (MeetingSaved done) => done.Url);
        edits.Act("/meeting-plans/{id:guid}/removals", RemoveMeeting.Do, (MeetingSaved done) => done.Url);
        edits.Act("/meeting-plans/{id:guid}/restorations", RemoveMeeting.Restore, (MeetingSaved done) => done.Url);
        edits.Act("/meeting-plans/{id:guid}/lines", AddMeetingLine.OnPage, (MeetingSaved done) => done.Url).Redraws<MeetingPage>(ShowMeeting.Again);
        edits.Act("/meeting-lines/{id:guid}/answers", AnswerLine.OnPage, (MeetingSaved done) => done.Questions).Redraws<MeetingPage>(ShowMeeting.AgainOfLine);
        edits.Act("/meeting-lines/{id:guid}/backings", AnswerLine.OnPage, (MeetingSaved done) => done.Gives).Redraws<MeetingPage>(ShowMeeting.AgainOfLine);
        edits.Act("/meeting-lines/{id:guid}/removals", RemoveMeeting.Line, (MeetingSaved done) => done.Url);
        edits.Act("/meeting-lines/{id:guid}/restorations", RemoveMeeting.RestoreLine, (MeetingSaved done) => done.Url);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/meetings", ShowMeeting.Read);
        edits.Act("/opportunities/{id:guid}/meetings", PlanMeeting.Do, status: 201);
        edits.Act("/accounts/{id:guid}/meetings", FirstMeeting.Do, status: 201);
        edits.Patch("/meeting-plans/{id:guid}", PlanMeeting.Change);
        edits.Delete("/meeting-plans/{id:guid}", RemoveMeeting.Do);
        edits.Act("/meeting-plans/{id:guid}/restorations", RemoveMeeting.Restore);
        edits.Act("/meeting-plans/{id:guid}/lines", AddMeetingLine.Do, status: 201);
        edits.Patch("/meeting-lines/{id:guid}", AnswerLine.Do);
        edits.Delete("/meeting-lines/{id:guid}", RemoveMeeting.Line);
        edits.Act("/meeting-lines/{id:guid}/restorations", RemoveMeeting.RestoreLine);
    }
}
