using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Processes.Lessons;

internal sealed class LessonMeetingTable : IEntityTypeConfiguration<LessonMeeting>
{
    public void Configure(EntityTypeBuilder<LessonMeeting> row)
    {
        row.ToTable("LessonMeetings");
        row.HasIndex(m => new { m.TenantId, m.HeldOn });
    }
}

internal sealed class LessonTable : IEntityTypeConfiguration<Lesson>
{
    public void Configure(EntityTypeBuilder<Lesson> row)
    {
        row.ToTable("Lessons");
        row.HasOne<LessonMeeting>().WithMany().HasForeignKey(l => new { l.TenantId, l.MeetingId });
    }
}
