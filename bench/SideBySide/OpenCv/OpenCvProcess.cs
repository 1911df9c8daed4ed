using System.Diagnostics;
using System.Text.Json;
using FaceFusion.SideBySide.Crops;

namespace FaceFusion.SideBySide.OpenCv;

/// <summary>The Python process that does the same work with OpenCV.</summary>
internal sealed class OpenCvProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="python">The interpreter that has cv2.</param>
    public OpenCvProcess(string python)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "opencv_path.py"));
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{python}' can't be started.");
        Version = Ask(new { @do = "version" }).GetProperty("version").GetString()!;
    }

    /// <summary>OpenCV's version.</summary>
    public string Version { get; }

    /// <summary>Loads a scene.</summary>
    public void SetUp(CropScene scene, int threads) => Ask(new
    {
        @do = "setup",
        threads,
        width = scene.Size.Width,
        height = scene.Size.Height,
        side = scene.Side,
        plate = scene.PlateFile,
        result = scene.ResultFile,
        blur = CropScene.Blur,
        to_crop = scene.ToCropOfPixelCentres,
    });

    /// <summary>Goes the way once.</summary>
    /// <param name="way">"frame" or "box".</param>
    public StageTimes Run(string way)
    {
        JsonElement answer = Ask(new { @do = "run", way });
        return new StageTimes(
            answer.GetProperty("crop").GetDouble(), answer.GetProperty("matte").GetDouble(), answer.GetProperty("paste").GetDouble());
    }

    /// <summary>The last run's frame as 8-bit RGB.</summary>
    public byte[] Frame(string file)
    {
        Ask(new { @do = "save", to = file });
        return File.ReadAllBytes(file);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private JsonElement Ask(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The OpenCV process ended; its message is above.");
        return JsonSerializer.Deserialize<JsonElement>(line);
    }
}
