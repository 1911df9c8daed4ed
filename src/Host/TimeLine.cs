namespace FaceFusion.Host;

/// <summary>The time line of a project, as an instance sees and moves it.</summary>
/// <param name="project">Gives the bounds; the line starts at the first frame.</param>
public sealed class TimeLine(ProjectSettings project)
{
    private double _time = project.FirstFrame;

    /// <summary>The current time, in frames.</summary>
    public double Time
    {
        get => Volatile.Read(ref _time);
        set => Volatile.Write(ref _time, value);
    }

    /// <summary>First frame.</summary>
    public double First => project.FirstFrame;

    /// <summary>Last frame, inclusive.</summary>
    public double Last => project.LastFrame;
}
