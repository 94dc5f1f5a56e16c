"""The teacher's desk: texts that are corrected, questions that are reviewed, rules and regrades.

Columns are only added or dropped, never rebuilt: SQLite would have to copy a table for that, with
every reference to it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_people()
    create_library()
    create_rules_and_comments()
    create_regrades()
    add_to_people()
    add_to_library()
    add_to_attempts()
    move_texts_to_versions()
    describe_questions()
    name_an_administrator()


def create_people() -> None:
    op.create_table(
        "co_teacher",
        sa.Column("classroom_id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classroom.id"], name=op.f("fk_co_teacher_classroom_id_classroom")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_co_teacher_teacher_id_teacher")
        ),
        sa.PrimaryKeyConstraint("classroom_id", "teacher_id", name=op.f("pk_co_teacher")),
    )
    op.create_index(op.f("ix_co_teacher_teacher_id"), "co_teacher", ["teacher_id"], unique=False)
    op.create_table(
        "pupil_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("classroom_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classroom.id"], name=op.f("fk_pupil_group_classroom_id_classroom")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil_group")),
        sa.UniqueConstraint("classroom_id", "name", name=op.f("uq_pupil_group_classroom_id_name")),
    )
    op.create_table(
        "group_member",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["pupil_group.id"], name=op.f("fk_group_member_group_id_pupil_group")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_group_member_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("group_id", "pupil_id", name=op.f("pk_group_member")),
    )
    op.create_index(op.f("ix_group_member_pupil_id"), "group_member", ["pupil_id"], unique=False)


def create_library() -> None:
    op.create_table(
        "article_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_version_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_article_version_teacher_id_teacher")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_version")),
        sa.UniqueConstraint(
            "article_id", "number", name=op.f("uq_article_version_article_id_number")
        ),
    )
    op.create_table(
        "question_tag",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_tag_question_id_question")
        ),
        sa.PrimaryKeyConstraint("question_id", "tag", name=op.f("pk_question_tag")),
    )
    op.create_index(op.f("ix_question_tag_tag"), "question_tag", ["tag"], unique=False)
    op.create_table(
        "reading_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("upload", sa.LargeBinary(), nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_reading_job_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_reading_job_teacher_id_teacher")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_job")),
    )
    op.create_index(op.f("ix_reading_job_teacher_id"), "reading_job", ["teacher_id"], unique=False)


def create_rules_and_comments() -> None:
    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("extra_minutes", sa.Integer(), nullable=True),
        sa.Column("attempts_allowed", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(pupil_id IS NULL) <> (group_id IS NULL)", name=op.f("ck_override_one_of_both")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_override_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["pupil_group.id"], name=op.f("fk_override_group_id_pupil_group")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_override_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
        sa.UniqueConstraint(
            "assignment_id", "group_id", name=op.f("uq_override_assignment_id_group_id")
        ),
        sa.UniqueConstraint(
            "assignment_id", "pupil_id", name=op.f("uq_override_assignment_id_pupil_id")
        ),
    )
    op.create_index(op.f("ix_override_group_id"), "override", ["group_id"], unique=False)
    op.create_index(op.f("ix_override_pupil_id"), "override", ["pupil_id"], unique=False)
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_objection_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_objection_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
        sa.UniqueConstraint(
            "assignment_id",
            "position",
            "pupil_id",
            name=op.f("uq_objection_assignment_id_position_pupil_id"),
        ),
    )
    op.create_index(op.f("ix_objection_pupil_id"), "objection", ["pupil_id"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_comment_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_comment_teacher_id_teacher")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_answer_id"), "comment", ["answer_id"], unique=False)
    op.create_table(
        "saved_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_saved_comment_teacher_id_teacher")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_comment")),
        sa.UniqueConstraint("teacher_id", "text", name=op.f("uq_saved_comment_teacher_id_text")),
    )


def create_regrades() -> None:
    op.create_table(
        "regrade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.String(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "amendment",
            sa.Enum(
                "void",
                "change the key",
                "accept an answer",
                "undo",
                name="amendment",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("teacher_id", sa.Integer(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_regrade_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_regrade_teacher_id_teacher")
        ),
        sa.ForeignKeyConstraint(["undoes"], ["regrade.id"], name=op.f("fk_regrade_undoes_regrade")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regrade")),
        sa.UniqueConstraint("undoes", name=op.f("uq_regrade_undoes")),
    )
    op.create_index(op.f("ix_regrade_assignment_id"), "regrade", ["assignment_id"], unique=False)
    op.create_index(op.f("ix_regrade_batch"), "regrade", ["batch"], unique=False)
    op.create_table(
        "regrade_change",
        sa.Column("regrade_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("points_before", sa.Double(), nullable=True),
        sa.Column("points_after", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_regrade_change_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(
            ["regrade_id"], ["regrade.id"], name=op.f("fk_regrade_change_regrade_id_regrade")
        ),
        sa.PrimaryKeyConstraint("regrade_id", "answer_id", name=op.f("pk_regrade_change")),
    )
    op.create_index(
        op.f("ix_regrade_change_answer_id"), "regrade_change", ["answer_id"], unique=False
    )


def add_to_people() -> None:
    op.add_column("classroom", sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("pupil", sa.Column("school_id", sa.String(), nullable=True))
    op.add_column("pupil", sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("uq_pupil_school_id", "pupil", ["classroom_id", "school_id"], unique=True)
    op.add_column(
        "teacher", sa.Column("is_admin", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("teacher", sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True))


def add_to_library() -> None:
    op.add_column("article", sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "question", sa.Column("status", sa.String(), server_default="kept", nullable=False)
    )
    op.add_column(
        "question", sa.Column("kind", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.add_column(
        "question", sa.Column("skill", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.add_column(
        "question", sa.Column("process", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.add_column("question", sa.Column("flag", sa.String(), nullable=True))
    op.add_column(
        "quiz", sa.Column("article_version", sa.Integer(), server_default="1", nullable=False)
    )


def add_to_attempts() -> None:
    op.add_column(
        "assignment",
        sa.Column(
            "stage",
            sa.Enum("draft", "open", "closed", name="stage", native_enum=False, length=20),
            server_default="open",
            nullable=False,
        ),
    )
    op.add_column("assignment", sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("assignment", sa.Column("minutes", sa.Integer(), nullable=True))
    op.add_column(
        "assignment",
        sa.Column(
            "counting",
            sa.Enum("best", "first", "latest", name="counting", native_enum=False, length=20),
            server_default="best",
            nullable=False,
        ),
    )
    op.add_column(
        "assignment", sa.Column("shuffled", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "assignment", sa.Column("in_order", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "assignment", sa.Column("practice", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("assignment", sa.Column("released_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("assignment", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("attempt", sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    # In words that both databases know: alembic cannot add a reference to a table of SQLite.
    op.execute(
        "ALTER TABLE answer ADD COLUMN teacher_id INTEGER "
        "CONSTRAINT fk_answer_teacher_id_teacher REFERENCES teacher (id)"
    )


def move_texts_to_versions() -> None:
    op.execute(
        "INSERT INTO article_version (article_id, number, content, claims, created_at, teacher_id) "
        "SELECT id, 1, content, claims, created_at, teacher_id FROM article"
    )
    op.drop_column("article", "content")
    op.drop_column("article", "claims")


def describe_questions() -> None:
    connection = op.get_bind()
    version = sa.table(
        "question_version",
        sa.column("question_id"),
        sa.column("number"),
        sa.column("body", sa.JSON),
    )
    question = sa.table(
        "question", *(sa.column(name) for name in ("id", "kind", "skill", "process"))
    )
    for row in connection.execute(sa.select(version).order_by(version.c.number)).all():
        connection.execute(
            sa.update(question)
            .where(question.c.id == row.question_id)
            .values({name: row.body.get(key, "") for name, key in BODY_KEYS.items()})
        )


BODY_KEYS = {"kind": "type", "skill": "skill", "process": "process"}


def name_an_administrator() -> None:
    teacher = sa.table("teacher", sa.column("id"), sa.column("is_admin"))
    first = sa.select(sa.func.min(teacher.c.id)).scalar_subquery()
    op.execute(sa.update(teacher).where(teacher.c.id == first).values(is_admin=sa.true()))
