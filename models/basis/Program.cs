using FaceFusion.Basis;
using FaceFusion.Basis.Head;

const int pictureViews = 1, headViews = 5;

switch (args)
{
    case ["measure", string output, .. string[] folders] when folders.Length > 0:
        FaceMeasurer measurer = new(pictureViews);
        MeasuredFace.Save(output, [.. folders.SelectMany(measurer.MeasureFolder)]);
        return 0;
    case ["fit", string output, string measured, string archive, .. string[] settings]:
        TrainingData data = Load(measured, archive);
        byte[] file = BasisFit.Fit(data, [.. data.People.Except(HeldOut.People)], FitOptions.Parse(settings)).ToFile();
        File.WriteAllBytes(output + ".new", file);
        File.Move(output + ".new", output, overwrite: true);
        Console.WriteLine($"{data.People.Count - HeldOut.People.Count} people, {data.Shots.Count} shots: '{output}', {file.Length} bytes.");
        return 0;
    case ["evaluate", string measured, string archive, .. string[] settings]:
        Evaluation.Run(Load(measured, archive), FitOptions.Parse(settings));
        return 0;
    case ["draw", string picture, string archive]:
        HeadModel head = HeadModel.Load(archive);
        string[] shown = ["jawOpen", "mouthSmile_L", "mouthPucker", "eyeBlink_L", "browInnerUp_L", "mouthStretch_L", "mouthFunnel"];
        Drawing.Save(picture, head, new HeadLandmarks(head, new FaceMeasurer(headViews)), [head.Neutral, .. shown.Select(name => HeadLandmarks.Add(head.Neutral, head.Expression(name), 1))]);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: basis measure MEASURED FOLDER…
                   basis fit OUTPUT MEASURED HEAD [NAME=VALUE…]
                   basis evaluate MEASURED HEAD [NAME=VALUE…]
                   basis draw PICTURE HEAD
            """);
        return 2;
}

static TrainingData Load(string measured, string archive) => new(MeasuredFace.Load(measured), HeadModel.Load(archive), new FaceMeasurer(headViews));
