// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include "cli/copyvalues.h"
#include "cli/modelrecord.h"
#include "connect/connector.h"
#include "connect/profilesfile.h"
#include "connect/regions.h"
#include "core/expectedword.h"
#include "core/paths.h"
#include "model/modelcolumn.h"
#include "model/tasksuggestions.h"
#include "registry/providers.h"
#include "registry/registrytarget.h"
#include "settings/settingstable.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

// A key that is pressed twice should not be waited for: with the start of the program, 100 ms.
constexpr auto readingTime = 50ms;
constexpr qsizetype mostOffers = 200;

QString valueOf(const ExpectedWord &word, const char *option)
{
    const auto found = std::ranges::find(word.values, option,
                                         &std::pair<std::string, std::string>::first);
    return found == word.values.end() ? QString() : QString::fromStdString(found->second);
}

//! What the connection options among the words choose.
ConnectionOptions connectionOptionsOf(const ExpectedWord &word)
{
    ConnectionOptions options;
    for (const auto &[name, value] : word.values) {
        const QString text = QString::fromStdString(value);
        if (name == "--profile")
            options.profile = text;
        else if (name == "--endpoint")
            options.endpoint = text;
        else if (name == "--region")
            options.region = text;
        else if (name == "--workspace")
            options.workspaceId = text;
        else if (name == "--local")
            options.local = text;
    }
    return options;
}

QString howMany(int models) { return models == 1 ? u"1 model"_s : u"%1 models"_s.arg(models); }

//! Offers for one place of a command line.
class Completion
{
public:
    Completion(ExpectedWord word, const QProcessEnvironment &environment)
        : m_word(std::move(word))
        , m_environment(environment)
        , m_begun(QString::fromStdString(m_word.begun))
    {
    }

    QByteArray lines()
    {
        for (const ExpectedWord::Offer &offer : m_word.offers)
            add(QString::fromStdString(offer.text), QString::fromStdString(offer.about));
        if (!m_word.of.empty())
            offerValues();
        return m_lines;
    }

private:
    bool isOf(const char *name) const { return m_word.of == name; }
    bool isA(const char *type) const { return m_word.type == type; }
    bool isIn(const char *command) const
    {
        return std::ranges::find(m_word.commands, command) != m_word.commands.end();
    }

    void offerValues()
    {
        if (isA("FILE") || isA("[FILE]"))
            m_lines += "\tfiles\n";
        else if (isA("DIR"))
            m_lines += "\tfolders\n";
        else if (isOf("--profile") || (isOf("NAME") && isIn("profiles")))
            offer(profileNames());
        else if (isOf("KEY") && isIn("config"))
            offerSettings();
        else if (isOf("VALUE") && isIn("config"))
            offerSettingValues();
        else if (isOf("--region"))
            offer(knownRegions());
        else if (isOf("--provider"))
            offer(knownProviders());
        else if (isOf("--sort"))
            offer(sortNames());
        else if (isOf("--columns"))
            offerColumns();
        else if (isOf("--keys-from"))
            offer({u"keychain"_s, u"keychain-token"_s, u"environment"_s, u"aliyun:"_s, u"ini:"_s});
        else if (isOf("--query") && !isIn("history"))
            offerQuery();
        else if (isOf("MODEL_ID"))
            offerModels();
        else if (isA("FIELD"))
            offer(fieldNames());
        else if (isA("FIELD=VALUE"))
            offerFields();
        else if (isA("KEY"))
            offerAll(copy().labelKeys(), {});
        else if (isA("KEY=VALUE") || isA("KEY[=VALUE]") || isA("OLD=NEW") || isA("LABEL")
                 || isA("OLD") || isA("NEW"))
            offerLabels();
    }

    //! A word as it is to stand there, if it begins as what is typed.
    void offerWord(const QString &word, const QString &about = {})
    {
        if (word.startsWith(m_begun))
            add(QString::fromStdString(m_word.before) + word, about);
    }

    void add(const QString &word, const QString &about)
    {
        const auto breaksLines = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (m_count++ >= mostOffers || std::ranges::any_of(word, breaksLines))
            return;
        m_lines += word.toUtf8();
        if (!about.isEmpty())
            m_lines += '\t' + about.simplified().toUtf8();
        m_lines += '\n';
    }

    void offer(const QStringList &words)
    {
        for (const QString &word : words)
            offerWord(word);
    }

    void offerAll(const QList<QueryCandidate> &values, const QString &before)
    {
        for (const QueryCandidate &value : values)
            offerWord(before + value.text, value.title.isEmpty() && value.count >= 0
                                               ? howMany(value.count)
                                               : value.title);
    }

    //! After the last comma.
    void offerColumns()
    {
        const qsizetype end = m_begun.lastIndexOf(u',') + 1;
        for (const QString &id : ModelColumn::allIds() + QStringList{u"extra."_s})
            offerWord(m_begun.first(end) + id);
    }

    void offerQuery()
    {
        const QueryCompletion completion = queryCompletion(m_begun, m_begun.size());
        for (const QueryOffer &offer : queryOffers(completion, queryCandidates(completion))) {
            // The shell takes what begins as the word; the language finds more than that.
            const QString about = offer.count >= 0 ? howMany(offer.count) : offer.title;
            offerWord(m_begun.first(completion.begin) + offer.insert, about);
        }
    }

    QList<QueryCandidate> queryCandidates(const QueryCompletion &completion)
    {
        using Kind = QueryCompletion::Kind;
        if (completion.kind == Kind::Value && completion.field && completion.field->read)
            return copy().valuesOf(*completion.field);
        if (completion.kind == Kind::LabelKey)
            return copy().labelKeys();
        if (completion.kind == Kind::LabelValue)
            return copy().labelValues(completion.labelKey);
        return ownCandidates(completion);
    }

    void offerModels()
    {
        for (const RegisteredModel &model : copy().models())
            offerWord(model.id, model.metadata.name);
    }

    static QStringList fieldNames()
    {
        QStringList names;
        for (const ModelField &field : modelFields) {
            if (field.kind != FieldKind::JsonObject)
                names.append(field.key);
        }
        return names;
    }

    void offerFields()
    {
        const qsizetype equals = m_begun.indexOf(u'=');
        if (equals < 0) {
            for (const QString &name : fieldNames())
                offerWord(name + u'=');
            return;
        }
        const ModelField *field = findField(m_begun.first(equals));
        const QString before = m_begun.first(equals + 1);
        if (!field)
            return;
        if (field->kind == FieldKind::Choice)
            offer({before + u"PRIVATE"_s, before + u"PUBLIC"_s});
        if (field->kind != FieldKind::Suggestion)
            return;
        QStringList inUse;
        for (const QueryCandidate &value : copy().valuesOf(*field))
            inUse.append(value.text);
        const TaskSuggestions suggestions(false);
        const bool isTask = field->member == ModelMember(&ModelMetadata::task);
        const bool isDomain = field->member == ModelMember(&ModelMetadata::domain);
        const QList<Suggestion> known = isTask     ? suggestions.tasks({})
                                        : isDomain ? suggestions.domains()
                                                   : QList<Suggestion>();
        for (const Suggestion &value : withValuesInUse(known, inUse))
            offerWord(before + value.value, value.title);
    }

    void offerLabels()
    {
        const qsizetype equals = m_begun.indexOf(u'=');
        if (equals >= 0) {
            if (!isA("OLD=NEW"))
                offerAll(copy().labelValues(m_begun.first(equals)), m_begun.first(equals + 1));
            return;
        }
        const bool needsMore = isA("KEY=VALUE") || isA("OLD=NEW") || isA("LABEL");
        for (const QueryCandidate &key : copy().labelKeys())
            offerWord(needsMore ? key.text + u'=' : key.text, howMany(key.count));
    }

    void offerSettings()
    {
        for (const Setting &setting : settingsTable())
            offerWord(setting.key, setting.possible());
    }

    void offerSettingValues()
    {
        const Setting *setting = findSetting(valueOf(m_word, "KEY"));
        if (!setting)
            return;
        for (const SettingChoice &choice : setting->choices)
            offerWord(choice.name);
        if (setting->kind == SettingKind::Switch)
            offer({u"true"_s, u"false"_s});
        if (setting->id == SettingId::NotCopied)
            offer(fieldNames() + QStringList{u"label:"_s, u"extra:"_s});
    }

    static QStringList profileNames()
    {
        QStringList names;
        if (const auto set = ProfilesFile(paths::profilesFile()).read()) {
            for (const Profile &profile : set->profiles)
                names.append(profile.name);
        }
        return names;
    }

    const CopyValues &copy()
    {
        if (!m_copy) {
            m_copy.emplace();
            const auto target = chosenTarget(connectionOptionsOf(m_word), m_environment);
            if (target)
                m_copy = CopyValues::read(*target, valueOf(m_word, "--provider"),
                                          QDeadlineTimer(readingTime));
        }
        return *m_copy;
    }

    ExpectedWord m_word;
    const QProcessEnvironment &m_environment;
    QString m_begun;
    std::optional<CopyValues> m_copy;
    QByteArray m_lines;
    qsizetype m_count = 0;
};

} // namespace

QByteArray completions(const CommandParser &program, const std::vector<std::string> &words,
                       const QProcessEnvironment &environment)
{
    return Completion(expectedWord(program, words), environment).lines();
}

} // namespace modelscribe
