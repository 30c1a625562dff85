namespace Coxswain.Platform.Jobs;

/// <summary>How work in the background waits for more.</summary>
internal static class Pause
{
    /// <summary>Waits until there is a ring, or for so long: both are reasons to look again, and so is the end of the process, which whoever waits asks for itself.</summary>
    public static async Task UntilAsync(Task ring, TimeSpan most, TimeProvider clock, CancellationToken stopping)
    {
        try { await ring.WaitAsync(most, clock, stopping); }
        catch (TimeoutException) { }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }
}
