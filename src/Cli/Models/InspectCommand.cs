using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using Spectre.Console;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models inspect</c>: what a file is, known by its content or recognised by what it takes and gives.</summary>
internal static class InspectCommand
{
    private const string Unlisted = "unknown to this version";

    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> files = new("FILE") { Description = "Model files of any name, or ids of models that are there.", Arity = ArgumentArity.OneOrMore };
        Option<bool> json = new("--json") { Description = "Print a JSON array instead of tables." };
        Command command = new("inspect", "Show what a model file is: its hash, what it takes and gives, which family it looks like.") { files, json };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () => Task.FromResult(Inspect(context(), parsed, parsed.GetRequiredValue(files), parsed.GetValue(json)))));
        return command;
    }

    /// <summary>Inspects what can be inspected; one bad file does not keep the others out.</summary>
    private static int Inspect(ModelsContext context, ParseResult parsed, string[] files, bool json)
    {
        int exitCode = ExitCode.Done;
        List<InspectedModel> inspected = [];
        foreach (string file in files)
        {
            try
            {
                inspected.Add(Inspect(context, file));
            }
            catch (ModelException failure)
            {
                exitCode = ModelsTerminal.Fail(parsed, failure.Message);
            }
        }

        if (json)
        {
            parsed.InvocationConfiguration.Output.WriteLine(Json(inspected));
            return exitCode;
        }

        foreach (InspectedModel model in inspected)
            Print(ModelsTerminal.Console(parsed), model);
        return exitCode;
    }

    private static InspectedModel Inspect(ModelsContext context, string file)
    {
        ModelFile model = context.Library.Manifest.Find(file) is null ? ModelFile.Open(file, context.Library.Manifest) : context.Library.Require(file);
        InferenceSession session = SessionCache.Get(model);
        return new InspectedModel(model, session.Inputs, session.Outputs, KnownContracts.Recognise(session.Inputs, session.Outputs));
    }

    private static void Print(IAnsiConsole console, InspectedModel inspected)
    {
        (ModelFile model, IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs, IReadOnlyList<NetworkContract> families) = inspected;
        Grid grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("File", Markup.Escape(model.Path));
        grid.AddRow("Size", string.Create(CultureInfo.InvariantCulture, $"{ModelsTerminal.Size(model.Bytes)} ({model.Bytes} bytes)"));
        grid.AddRow("SHA-256", model.Sha256);
        grid.AddRow("Model", model.Entry is { } entry ? Markup.Escape($"{entry.Name} ({entry.Id})") : Unlisted);
        if (model.Entry is { Licence: { } licence })
            grid.AddRow("Licence", Markup.Escape($"{licence.Id}. {licence.Commercial}"));
        grid.AddRow("Looks like", Markup.Escape(families.Count == 0 ? "no family known here" : string.Join(" or ", families.Select(family => family.Title).Distinct())));
        foreach (TensorInfo input in inputs)
            grid.AddRow("Takes", Markup.Escape($"{input.Name}: {input}"));
        foreach (TensorInfo output in outputs)
            grid.AddRow("Gives", Markup.Escape($"{output.Name}: {output}"));
        console.Write(grid);
        console.WriteLine();
    }

    private static string Json(IEnumerable<InspectedModel> inspected)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (InspectedModel model in inspected)
                Write(writer, model);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, InspectedModel inspected)
    {
        writer.WriteStartObject();
        writer.WriteString("path", inspected.File.Path);
        writer.WriteNumber("bytes", inspected.File.Bytes);
        writer.WriteString("sha256", inspected.File.Sha256);
        writer.WriteString("id", inspected.File.Entry?.Id);
        writer.WriteString("licence", inspected.File.Entry?.Licence.Id);
        writer.WriteTexts("families", inspected.Families.Select(family => family.Id).Distinct());
        Write(writer, "inputs", inspected.Inputs);
        Write(writer, "outputs", inspected.Outputs);
        writer.WriteEndObject();
    }

    // A size that the network leaves open is null.
    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<TensorInfo> tensors)
    {
        writer.WriteStartArray(name);
        foreach (TensorInfo tensor in tensors)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tensor.Name);
            writer.WriteString("element", tensor.Element.ToString().ToLowerInvariant());
            writer.WriteStartArray("shape");
            foreach (long? size in tensor.Shape)
            {
                if (size is { } known)
                    writer.WriteNumberValue(known);
                else
                    writer.WriteNullValue();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
