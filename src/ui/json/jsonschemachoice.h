// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/schemaset.h"

#include <QPushButton>

#include <memory>

class QActionGroup;
class QMenu;
class QSettings;

namespace modelscribe {

//! Says which schema a text is checked with and lets the person choose: by kind, one of those that
//! come with the program, a file, the one the text names, or none. Remembers the choice for each
//! use.
class JsonSchemaChoice : public QPushButton
{
    Q_OBJECT

public:
    enum class Choice { Automatic, BuiltIn, File, Document, None };

    //! \p settings keep the choices and outlive the button; nullptr: it forgets them.
    JsonSchemaChoice(SchemaSet schemas, QSettings *settings, QWidget *parent = nullptr);

    //! What is edited, such as "model.ExtraInfo", and its kind, such as "LoRA"; either may be
    //! empty. Takes the remembered choice.
    void setUse(const QString &use, const QString &variant);
    //! "$schema" of the text; empty: it has none.
    void setReference(const QString &reference);

    Choice choice() const { return m_choice; }
    //! nullptr: none.
    const std::shared_ptr<const JsonSchema> &schema() const { return m_schema; }
    QString title() const { return m_title; }     //!< Of schema(), for people.
    QString problem() const { return m_problem; } //!< Why there is no schema; empty: no problem.
    QString gaps() const;                         //!< What of schema() is left out; empty: nothing.
    QMenu &choices() const { return *m_menu; }

public slots:
    void chooseAutomatic();
    //! By its file name in the set.
    void chooseBuiltIn(const QString &file);
    void chooseFile(const QString &path);
    void chooseDocument();
    void chooseNone();
    void askForSchema();

signals:
    void schemaChanged(std::shared_ptr<const modelscribe::JsonSchema> schema, const QString &title);
    //! The chosen schema cannot be used, or not all of it; plain words.
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void choose(Choice choice, const QString &detail);
    void load();
    void loadFrom(const Result<std::shared_ptr<const JsonSchema>> &schema, const QString &title);
    void take(std::shared_ptr<const JsonSchema> schema, const QString &title,
              const QString &problem);
    void remember();
    QString settingsKey() const;
    QString automaticTitle() const;
    void showChoice();
    QAction *add(QActionGroup *group, const QString &text, Choice choice, const QString &detail);

    SchemaSet m_schemas;
    QSettings *m_settings;
    QMenu *m_menu;
    QString m_use;
    QString m_variant;
    QString m_reference;
    Choice m_choice = Choice::Automatic;
    QString m_detail; //!< File name in the set, or path.
    std::shared_ptr<const JsonSchema> m_schema;
    QString m_title;
    QString m_problem;
};

} // namespace modelscribe
